package nfstep.rules;

import nfstep.conntrack.ConntrackTable;
import nfstep.host.Namespace;

/**
 * What there is around a packet: the namespace that it is in, at one instant.
 *
 * @param host its network
 * @param connections its connections
 * @param sockets its sockets that talk to somebody
 * @param burst what is done without a pause has the same one: far less than a jiffy
 */
public record Surroundings(Namespace host, ConntrackTable connections, OpenSockets sockets, Clock clock, long burst) {
    /** A namespace without connections and talking sockets, at the beginning. */
    public static Surroundings bare(Namespace host) {
        return new Surroundings(host, ConntrackTable.empty(), OpenSockets.NONE, Clock.START, 0);
    }

    /** The same with other connections. */
    public Surroundings with(ConntrackTable other) {
        return new Surroundings(host, other, sockets, clock, burst);
    }

    /** The same with other sockets. */
    public Surroundings with(OpenSockets other) {
        return new Surroundings(host, connections, other, clock, burst);
    }

    /** The same at another time. */
    public Surroundings at(Clock other) {
        return new Surroundings(host, connections, sockets, other, burst);
    }

    /** The same in another burst. */
    public Surroundings in(long other) {
        return new Surroundings(host, connections, sockets, clock, other);
    }
}
