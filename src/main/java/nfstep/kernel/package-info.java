/**
 * The real machine: runs a lab in throw-away namespaces and reads what the kernel traced.
 *
 * <p>Seen by: cli; sees source to event, parse, trace, lab and debugger.
 *
 * <p>Decision: nothing outside a sandbox that dies with its parent is ever changed.
 */
@NullMarked
package nfstep.kernel;

import org.jspecify.annotations.NullMarked;
