/**
 * A trace as text, Markdown, HTML or pcap.
 *
 * <p>Seen by: cli; sees source to event, parse and trace.
 *
 * <p>Decision: an export is made from the trace alone, so that it is the same on every machine.
 */
@NullMarked
package nfstep.export;

import org.jspecify.annotations.NullMarked;
