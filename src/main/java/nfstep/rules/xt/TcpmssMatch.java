package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m tcpmss}: compares the maximum segment size that a TCP header offers. A header without that option matches
 * where the condition is inverted.
 *
 * <p>Source: iptables-extensions(8), "tcpmss"; kernel {@code net/netfilter/xt_tcpmss.c}, {@code tcpmss_mt}.
 */
public record TcpmssMatch(NumberRange size) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "tcpmss",
            "Compares the maximum segment size that a TCP header offers.",
            Options.of(OptionSpec.invertible("mss", "BYTES[:BYTES]")).needsOneOf("mss"),
            TcpmssMatch::read);

    private static final int MOST = 0xffff;
    private static final int HEADER = 20;
    private static final int KIND = 2;
    private static final int LENGTH = 4;

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.TCP);
        NumberRange size = NumberRange.read(reading, reading.required("mss"), MOST);
        return reading.made(() -> new TcpmssMatch(size));
    }

    @Override
    public String name() {
        return "tcpmss";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        if (isCutShort(packet)) {
            return false;
        }
        int seen = offered(packet);
        return seen < 0 ? size.inverted() : size.holds(seen);
    }

    @Override
    public boolean hotDrop(MatchContext context) {
        return isCutShort(context.packet());
    }

    private static boolean isCutShort(Packet packet) {
        int length = Layer4.follow(packet, HEADER) ? headerLength(packet) : 0;
        return length < HEADER || !Layer4.follow(packet, length);
    }

    private static int headerLength(Packet packet) {
        return (packet.u8(packet.headerLength() + 12) >> 4) * 4;
    }

    /** The size that the header offers, -1 for none. */
    private static int offered(Packet packet) {
        int end = packet.headerLength() + headerLength(packet);
        int at = packet.headerLength() + HEADER;
        while (at < end) {
            int kind = packet.u8(at);
            if (kind == KIND && end - at >= LENGTH && packet.u8(at + 1) == LENGTH) {
                return packet.u16(at + 2);
            }
            at += kind < 2 || at + 1 >= end ? 1 : Math.max(packet.u8(at + 1), 1);
        }
        return -1;
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        if (isCutShort(packet)) {
            return new Evidence(toSyntax(), Layer4.missing(packet, HEADER, "TCP"));
        }
        int seen = offered(packet);
        return new Evidence(toSyntax(), seen < 0 ? "no maximum segment size" : "maximum segment size " + seen);
    }

    @Override
    public String options() {
        return Parts.option(size.inverted(), "mss", size.text());
    }

    @Override
    public String listing(boolean numeric) {
        return "tcpmss match " + (size.inverted() ? "!" : "") + size.text();
    }
}
