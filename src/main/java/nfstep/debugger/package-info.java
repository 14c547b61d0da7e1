/**
 * The debugger service: session, stepping both ways, breakpoints, watches and branches.
 *
 * <p>Seen by: kernel, tui and cli; sees source to engine, parse, trace and lab.
 *
 * <p>Decision: every face of the program speaks to this one service.
 */
@NullMarked
package nfstep.debugger;

import org.jspecify.annotations.NullMarked;
