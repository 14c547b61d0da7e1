/**
 * The changes that {@code ip} and {@code sysctl} commands make to the configured network.
 *
 * <p>Seen by: what may see host; sees host, source and packet.
 *
 * <p>Decision: each change is a record and a pure function that says what the kernel says when it refuses, so that a
 * trace can keep it as the command that it is and play it again.
 */
@NullMarked
package nfstep.host.edit;

import org.jspecify.annotations.NullMarked;
