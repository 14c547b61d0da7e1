/**
 * Labs made at random from a seed: hosts, settings, rules of every modelled kind, and traffic that meets them.
 *
 * <p>Seen by: kernel and cli; sees what lab sees.
 *
 * <p>What is not made yet: IPv6, docker, nft and ipset; programs that talk ({@code nc}, {@code curl}), for packets are
 * made by hand, but those of a {@code ping} now and then; ports that NAT draws at random, and chance; devices that go down, neighbours that are asked for;
 * options of IP but no-operation, router alert and source routes; errors that teach a stack a route or an MTU; TEE at INPUT,
 * beside a bridge and towards hosts that answer; commands that are refused; more than some seconds of time.
 *
 * <p>Decision: traffic is made while the lab runs in the model, so that answers and errors can be about connections as
 * NAT made them; the same seed gives the same lab as long as the model does the same.
 */
@NullMarked
package nfstep.lab.fuzz;

import org.jspecify.annotations.NullMarked;
