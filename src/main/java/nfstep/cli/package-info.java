/**
 * Commands, exit codes, files and the wiring of all other packages.
 *
 * <p>Seen by: nobody; sees all.
 *
 * <p>Decision: the only place where outcomes become exit codes.
 */
@NullMarked
package nfstep.cli;

import org.jspecify.annotations.NullMarked;
