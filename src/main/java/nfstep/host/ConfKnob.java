package nfstep.host;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;

/**
 * A setting that each device has, besides {@code all} and {@code default}: {@code include/linux/inetdevice.h},
 * {@code include/linux/ipv6.h}.
 *
 * @param reach how the value of {@code all} bears on a device
 * @param all what {@code all} is in a new namespace
 * @param initial what {@code default} and each device is in a new namespace
 * @param followed whether devices without an address take over what is written to {@code default}
 *     ({@code devinet_conf_proc}); others have their own from their beginning ({@code ipv4_doint_and_flush})
 */
public record ConfKnob(IpFamily family, String word, Reach reach, int all, int initial, boolean followed) {
    /** How the value of {@code all} bears on that of a device. */
    public enum Reach {
        /** Not at all: {@code IN_DEV_CONF_GET}. */
        DEVICE,
        /** The larger counts: {@code IN_DEV_MAXCONF}. */
        MAX,
        /** Either is enough: {@code IN_DEV_ORCONF}. */
        OR,
        /** Both are needed: {@code IN_DEV_ANDCONF}. */
        AND;

        /** The value that counts. */
        int of(long all, long device) {
            return (int)
                    switch (this) {
                        case DEVICE -> device;
                        case MAX -> Math.max(all, device);
                        case OR -> all != 0 ? all : device;
                        case AND -> all != 0 && device != 0 ? device : 0;
                    };
        }
    }

    /** All that are modelled, in the order of their names within each family. */
    public static final List<ConfKnob> ALL = List.of(
            v4("accept_local", Reach.OR, 0, 0),
            v4("accept_redirects", Reach.OR, 1, 1),
            v4("accept_source_route", Reach.AND, 0, 1),
            v4("bc_forwarding", Reach.AND, 0, 0),
            own("drop_unicast_in_l2_multicast", Reach.OR),
            own("forwarding", Reach.DEVICE),
            v4("ignore_routes_with_linkdown", Reach.OR, 0, 0),
            v4("log_martians", Reach.OR, 0, 0),
            own("promote_secondaries", Reach.OR),
            own("route_localnet", Reach.OR),
            v4("rp_filter", Reach.MAX, 0, 0),
            v4("secure_redirects", Reach.OR, 1, 1),
            v4("send_redirects", Reach.OR, 1, 1),
            v4("shared_media", Reach.OR, 1, 1),
            v4("src_valid_mark", Reach.OR, 0, 0),
            v6("disable_ipv6", 0),
            v6("forwarding", 0),
            v6("hop_limit", 64),
            v6("ignore_routes_with_linkdown", 0));

    private static ConfKnob v4(String word, Reach reach, int all, int initial) {
        return new ConfKnob(IpFamily.IPV4, word, reach, all, initial, true);
    }

    private static ConfKnob own(String word, Reach reach) {
        return new ConfKnob(IpFamily.IPV4, word, reach, 0, 0, false);
    }

    private static ConfKnob v6(String word, int initial) {
        return new ConfKnob(IpFamily.IPV6, word, Reach.DEVICE, initial, initial, false);
    }

    /** The setting of that name, if it is modelled. */
    public static Optional<ConfKnob> find(IpFamily family, String word) {
        for (ConfKnob knob : ALL) {
            if (knob.family == family && knob.word.equals(word)) {
                return Optional.of(knob);
            }
        }
        return Optional.empty();
    }

    /** The setting's name for a device, or for {@code all} or {@code default}; a dot in a device's name becomes a slash. */
    public String nameFor(String device) {
        return prefix(family) + device.replace('.', '/') + "." + word;
    }

    /** What the names of all such settings of a family begin with. */
    static String prefix(IpFamily family) {
        return family == IpFamily.IPV4 ? "net.ipv4.conf." : "net.ipv6.conf.";
    }
}
