/**
 * The world at one instant: network, rule sets, hook lists, connections, limiters, virtual time.
 *
 * <p>Seen by: event and above; sees source to rules.
 *
 * <p>Decision: persistent collections keep old worlds valid, and only a Change makes a new one.
 */
@NullMarked
package nfstep.state;

import org.jspecify.annotations.NullMarked;
