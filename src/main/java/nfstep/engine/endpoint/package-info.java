/**
 * What answers packets that reached their namespace: the stack's own replies, servers, the programs that a lab starts.
 *
 * <p>Part of {@code engine}. Decision: endpoints are played by fixed rules of the protocols; nothing in them is random.
 */
@NullMarked
package nfstep.engine.endpoint;

import org.jspecify.annotations.NullMarked;
