package nfstep.parse.packet;

import nfstep.packet.EthernetHeader;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Effect.LogFlags;
import nfstep.rules.HookState;
import nfstep.rules.Owner;
import nfstep.rules.Skb;

/**
 * A packet as the LOG and TRACE targets write it to the kernel log, behind their prefix.
 *
 * <p>Source: kernel 6.18, {@code net/netfilter/nf_log_syslog.c}, {@code nf_log_ip_packet}, {@code nf_log_ip6_packet}.
 */
public final class LogLine {
    private static final String LOOPBACK = "lo";

    private LogLine() {}

    /** The line from {@code IN=} on; as in the kernel, mostly with a blank at its end. */
    public static String of(HookState where, Skb skb, LogFlags flags) {
        StringBuilder out = new StringBuilder(200);
        out.append("IN=")
                .append(where.inName())
                .append(" OUT=")
                .append(where.outName())
                .append(' ');
        bridgePorts(out, where, skb);
        if (where.in().isPresent()) {
            linkHeader(out, where, skb, flags);
        }
        if (packet(out, skb.packet(), flags)) {
            owner(out, skb, flags);
        }
        return out.toString();
    }

    private static boolean packet(StringBuilder out, Packet packet, LogFlags flags) {
        LogTransport transport = new LogTransport(out, packet, flags);
        return packet.family() == IpFamily.IPV4
                ? new LogIpv4(out, packet, flags, transport).whole()
                : new LogIpv6(out, packet, flags, transport).whole();
    }

    private static void bridgePorts(StringBuilder out, HookState where, Skb skb) {
        skb.bridge()
                .in()
                .filter(port -> !where.in().equals(skb.bridge().in()))
                .ifPresent(port -> named(out, "PHYSIN=", port));
        skb.bridge()
                .out()
                .filter(port -> !where.out().equals(skb.bridge().out()))
                .ifPresent(port -> named(out, "PHYSOUT=", port));
    }

    private static void named(StringBuilder out, String name, Device device) {
        out.append(name).append(device.name()).append(' ');
    }

    /** {@code dump_mac_header}: the loopback device is of another type, whose header is never decoded. */
    private static void linkHeader(StringBuilder out, HookState where, Skb skb, LogFlags flags) {
        if (flags.macDecode() && !where.inName().equals(LOOPBACK)) {
            skb.ethernet().ifPresent(header -> decoded(out, header));
            return;
        }
        out.append("MAC=");
        skb.ethernet().ifPresent(header -> octets(out, header.bytes()));
        out.append(' ');
    }

    private static void decoded(StringBuilder out, EthernetHeader header) {
        out.append("MACSRC=").append(header.source());
        out.append(" MACDST=").append(header.destination());
        out.append(" MACPROTO=").append(String.format("%04x ", header.etherType()));
    }

    private static void octets(StringBuilder out, byte[] header) {
        for (int i = 0; i < header.length; i++) {
            out.append(i == 0 ? "" : ":");
            out.append(Character.forDigit(header[i] >> 4 & 0xf, 16)).append(Character.forDigit(header[i] & 0xf, 16));
        }
    }

    /** {@code nf_log_dump_sk_uid_gid}. */
    private static void owner(StringBuilder out, Skb skb, LogFlags flags) {
        Owner owner = skb.owner();
        if (flags.uid() && owner.isProgram()) {
            out.append("UID=").append(Integer.toUnsignedString(owner.uid()));
            out.append(" GID=").append(Integer.toUnsignedString(owner.gid())).append(' ');
        }
        if (skb.mark() != 0) {
            out.append("MARK=0x").append(Integer.toHexString(skb.mark())).append(' ');
        }
    }
}
