package nfstep.host;

import nfstep.source.Outcome;

/**
 * One change of the configured network, as one {@code ip} or {@code sysctl} command makes it. {@code parse.ip} reads and
 * prints each as the command that it is.
 */
public interface NetworkEdit {
    /** The network after this change, or what {@code ip} would say when it is refused. */
    Outcome<Network> applyTo(Network network);
}
