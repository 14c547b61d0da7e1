package nfstep.event;

import java.util.StringJoiner;
import nfstep.packet.Packet;
import nfstep.rules.Skb;

/** What differs between two versions of a packet, in words. */
public final class PacketDifference {
    private PacketDifference() {}

    /** Such as {@code destination 10.0.2.15 > 172.17.0.2}; empty if nothing that a user sees differs. */
    public static String of(Skb before, Skb after) {
        Packet a = before.packet();
        Packet b = after.packet();
        StringJoiner text = new StringJoiner(", ");
        add(text, "source", a.source(), b.source());
        add(text, "source port", a.sourcePort(), b.sourcePort());
        add(text, "destination", a.destination(), b.destination());
        add(text, "destination port", a.destinationPort(), b.destinationPort());
        add(text, "TTL", a.ttl(), b.ttl());
        add(text, "TOS", a.tos(), b.tos());
        add(text, "ICMP id", icmpId(a), icmpId(b));
        add(text, "mark", hex(before.mark()), hex(after.mark()));
        add(text, "class", before.priority(), after.priority());
        if (before.traced() != after.traced()) {
            text.add("traced from now on");
        }
        return text.toString();
    }

    private static void add(StringJoiner text, String field, Object before, Object after) {
        if (!before.equals(after)) {
            text.add(field + " " + before + " > " + after);
        }
    }

    private static int icmpId(Packet packet) {
        return packet.icmp().filter(h -> h.isQuery()).map(h -> h.id()).orElse(-1);
    }

    private static String hex(int mark) {
        return "0x" + Integer.toHexString(mark);
    }
}
