package nfstep.rules;

import nfstep.conntrack.ConntrackTable;
import nfstep.host.Namespace;

/**
 * What there is around a packet: the namespace that it is in, at one instant.
 *
 * @param host its network
 * @param connections its connections
 * @param sockets its sockets that talk to somebody
 */
public record Surroundings(Namespace host, ConntrackTable connections, OpenSockets sockets, Clock clock) {
    /** A namespace without connections and talking sockets, at the beginning. */
    public static Surroundings bare(Namespace host) {
        return new Surroundings(host, ConntrackTable.empty(), OpenSockets.NONE, Clock.START);
    }

    /** The same with other connections. */
    public Surroundings with(ConntrackTable other) {
        return new Surroundings(host, other, sockets, clock);
    }

    /** The same with other sockets. */
    public Surroundings with(OpenSockets other) {
        return new Surroundings(host, connections, other, clock);
    }

    /** The same at another time. */
    public Surroundings at(Clock other) {
        return new Surroundings(host, connections, sockets, other);
    }
}
