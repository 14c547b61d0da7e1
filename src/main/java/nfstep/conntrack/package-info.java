/**
 * Connection tracking and NAT choice as pure state machines.
 *
 * <p>Seen by: rules and above; sees packet.
 *
 * <p>Decision: time and random draws are arguments, so that equal input gives equal connections.
 */
@NullMarked
package nfstep.conntrack;

import org.jspecify.annotations.NullMarked;
