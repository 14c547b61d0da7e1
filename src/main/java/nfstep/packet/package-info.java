/**
 * Addresses, headers and packets, as values and as bytes on the wire.
 *
 * <p>Seen by: every package above it; sees nothing.
 *
 * <p>Decision: a packet is immutable, so that a step back needs no undo.
 */
@NullMarked
package nfstep.packet;

import org.jspecify.annotations.NullMarked;
