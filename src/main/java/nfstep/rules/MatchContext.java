package nfstep.rules;

import nfstep.conntrack.Connection;
import nfstep.host.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a match may look at, nothing that it may change. One is made for each packet and table; matching
 * allocates nothing.
 */
public final class MatchContext {
    private final Skb skb;
    private final HookState where;
    private final Namespace host;
    private final @Nullable Connection connection;
    private final long now;

    private final String inName;
    private final String outName;

    /**
     * @param connection the packet's connection, null when it has none
     * @param now virtual time in nanoseconds
     */
    public MatchContext(Skb skb, HookState where, Namespace host, @Nullable Connection connection, long now) {
        this.skb = skb;
        this.where = where;
        this.host = host;
        this.connection = connection;
        this.now = now;
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
        return host;
    }

    /** The packet's connection, null when it has none. */
    public @Nullable Connection connection() {
        return connection;
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return now;
    }
}
