package nfstep.rules;

import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.host.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a match may look at, nothing that it may change. One is made for each packet and table; matching
 * allocates nothing.
 */
public final class MatchContext {
    private final Skb skb;
    private final HookState where;
    private final Surroundings around;
    private final @Nullable Connection connection;

    private final String inName;
    private final String outName;

    /** @param connection the packet's connection, null when it has none */
    public MatchContext(Skb skb, HookState where, Surroundings around, @Nullable Connection connection) {
        this.skb = skb;
        this.where = where;
        this.around = around;
        this.connection = connection;
        this.inName = where.inName();
        this.outName = where.outName();
    }

    /** The packet as it is now. */
    public Skb skb() {
        return skb;
    }

    /** The packet's bytes. */
    public nfstep.packet.Packet packet() {
        return skb.packet();
    }

    /** Hook and devices. */
    public HookState where() {
        return where;
    }

    /** The name that {@code -i} compares with, empty for none. */
    public String inName() {
        return inName;
    }

    /** The name that {@code -o} compares with, empty for none. */
    public String outName() {
        return outName;
    }

    /** The network of the namespace that the packet is in. */
    public Namespace host() {
        return around.host();
    }

    /** The packet's connection, null when it has none. */
    public @Nullable Connection connection() {
        return connection;
    }

    /** All connections of the namespace. */
    public ConntrackTable connections() {
        return around.connections();
    }

    /** The sockets of the namespace that talk to somebody. */
    public OpenSockets sockets() {
        return around.sockets();
    }

    /** The date, in seconds since 1970 UTC. */
    public long date() {
        return around.clock().date();
    }

    /** What is done without a pause has the same one. */
    public long burst() {
        return around.burst();
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return around.clock().now();
    }
}
