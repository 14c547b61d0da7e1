package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.packet.Protocols;

/** Connections in words. */
final class ConnectionText {
    private ConnectionText() {}

    /** A connection in three lines: what it is, its two tuples. */
    static List<String> lines(Connection c) {
        return List.of(
                "connection " + c.id() + ": " + state(c),
                "original " + tuple(c.original()),
                "reply    " + tuple(c.reply()));
    }

    /** Protocol and state, such as {@code tcp ESTABLISHED}. */
    static String kind(Connection c) {
        String protocol = Protocols.name(c.original().protocol());
        return c.tracking().stateName().isEmpty()
                ? protocol
                : protocol + " " + c.tracking().stateName();
    }

    /** Protocol, state and what is known of it. */
    private static String state(Connection c) {
        List<String> words = new ArrayList<>(List.of(kind(c)));
        words.addAll(flags(c));
        return String.join(" ", words);
    }

    /** Such as UNREPLIED, ASSURED, SNAT. */
    static List<String> flags(Connection c) {
        List<String> flags = new ArrayList<>();
        if (!c.isConfirmed()) {
            flags.add("unconfirmed");
        }
        if (c.has(CtStatus.DYING)) {
            flags.add("destroyed");
        }
        if (!c.has(CtStatus.SEEN_REPLY)) {
            flags.add("UNREPLIED");
        }
        if (c.has(CtStatus.ASSURED)) {
            flags.add("ASSURED");
        }
        if (c.has(CtStatus.SRC_NAT)) {
            flags.add("SNAT");
        }
        if (c.has(CtStatus.DST_NAT)) {
            flags.add("DNAT");
        }
        if (c.mark() != 0) {
            flags.add("mark 0x" + Integer.toHexString(c.mark()));
        }
        flags.addAll(more(c));
        return flags;
    }

    private static List<String> more(Connection c) {
        List<String> flags = new ArrayList<>();
        if (c.zone().id() != 0) {
            boolean both = c.zone().original() && c.zone().reply();
            flags.add("zone" + (both ? " " : c.zone().original() ? "-orig " : "-reply ")
                    + c.zone().id());
        }
        c.master().ifPresent(master -> flags.add("EXPECTED by " + master));
        if (!c.assistance().helper().isEmpty()) {
            flags.add("helper " + c.assistance().helper());
        }
        return flags;
    }

    /** The same of a connection that is expected, whose source port is not known. */
    static String expected(Tuple t) {
        return t.source() + " > " + t.destination() + ":" + t.destinationKey();
    }

    /** Such as {@code 172.17.0.2 > 14.215.177.39 id 7} or {@code 10.0.0.1:40000 > 10.0.0.2:80}. */
    static String tuple(Tuple t) {
        if (t.protocol() == Protocols.ICMP) {
            return t.source() + " > " + t.destination() + " type " + t.icmpType() + " id " + t.sourceKey();
        }
        boolean ports = t.sourceKey() != 0 || t.destinationKey() != 0;
        return ports
                ? t.source() + ":" + t.sourceKey() + " > " + t.destination() + ":" + t.destinationKey()
                : t.source() + " > " + t.destination();
    }
}
