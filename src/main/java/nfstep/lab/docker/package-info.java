/**
 * What docker does to the network, said as plain {@code ip} and {@code iptables} commands.
 *
 * <p>Part of {@code lab}. Decision: docker itself never runs; names, numbers and addresses follow from the order of the
 * commands, so that the lines are the same everywhere and a kernel can run them as the model does.
 */
@NullMarked
package nfstep.lab.docker;

import org.jspecify.annotations.NullMarked;
