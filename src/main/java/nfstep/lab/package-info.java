/**
 * Runs the commands of a lab: each line changes the world or sends a packet.
 *
 * <p>Seen by: debugger, kernel and cli; sees source to engine, parse and trace.
 *
 * <p>Decision: commands are interpreted and never executed, so that opening a stranger's lab is safe.
 */
@NullMarked
package nfstep.lab;

import org.jspecify.annotations.NullMarked;
