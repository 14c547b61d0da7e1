/**
 * Labs made at random from a seed: hosts, settings, rules of every modelled kind, and traffic that meets them.
 *
 * <p>Seen by: kernel and cli; sees what lab sees.
 *
 * <p>Decision: traffic is made while the lab runs in the model, so that answers and errors can be about connections as
 * NAT made them; the same seed gives the same lab as long as the model does the same.
 */
@NullMarked
package nfstep.lab.fuzz;

import org.jspecify.annotations.NullMarked;
