/**
 * The configured network: namespaces, links, addresses, routes, rules, neighbours, sysctls, sockets.
 *
 * <p>Seen by: rules and above; sees source and packet.
 *
 * <p>Decision: configuration only; what traffic changes lives in state.
 */
@NullMarked
package nfstep.host;

import org.jspecify.annotations.NullMarked;
