package nfstep.engine;

import nfstep.conntrack.ConntrackSettings;
import nfstep.host.ConfKnob;
import nfstep.host.Namespace;
import nfstep.host.SysctlName;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.state.TrackingSettings;

/** The settings of a namespace, as the engine asks for them. */
public final class Settings {
    private Settings() {}

    /** The settings of connection tracking. */
    public static ConntrackSettings of(Namespace host) {
        return TrackingSettings.of(host);
    }

    /** A setting of a device, as its {@code all} counterpart bears on it. */
    static int conf(Namespace host, Device device, String knob) {
        return host.sysctls().conf(IpFamily.IPV4, device.name(), knob);
    }

    /** The setting that decides what counts for a device, its own or that of {@code all}, as a user would write it. */
    static String governing(Namespace host, Device device, String knob) {
        ConfKnob known = ConfKnob.find(IpFamily.IPV4, knob).orElseThrow();
        long own = host.sysctls().value(SysctlName.of(known, device.name()));
        long all = host.sysctls().value(SysctlName.of(known, SysctlName.ALL));
        boolean byAll = own != conf(host, device, knob) || (known.reach() == ConfKnob.Reach.AND && all == 0);
        return known.nameFor(byAll ? SysctlName.ALL : device.name()) + " = " + (byAll ? all : own);
    }

    /** A setting of the namespace. */
    static long get(Namespace host, String name) {
        return host.sysctls().get(name);
    }

    /** The TTL of what the stack sends of itself: {@code ip4_dst_hoplimit}. */
    public static int ttl(Namespace host) {
        return (int) get(host, "net.ipv4.ip_default_ttl");
    }

    /** The TTL of what sockets of the stack itself send to that address, 1 to a group: {@code __ip_make_skb}. */
    public static int ttl(Namespace host, IpAddress to) {
        return to.isMulticast() ? 1 : ttl(host);
    }

    /** The mark of what answers a packet: {@code IP4_REPLY_MARK}. */
    public static int replyMark(Namespace host, Skb to) {
        return get(host, "net.ipv4.fwmark_reflect") == 0 ? 0 : to.mark();
    }
}
