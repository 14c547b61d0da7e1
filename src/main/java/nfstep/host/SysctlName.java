package nfstep.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.source.Nearest;

/**
 * A setting that is modelled, sysctl(8); what it is in a new namespace and which values it takes.
 *
 * @param name with dots, a dot in a device's name as a slash
 * @param writable whether a namespace may write it
 * @param conf of which device it is, for those that each device has
 */
public record SysctlName(String name, long initial, long least, long most, boolean writable, Optional<Conf> conf) {
    /** The name for all devices of a namespace. */
    public static final String ALL = "all";
    /** How the names of all settings of br_netfilter begin. */
    public static final String BRIDGE = "net.bridge.bridge-nf-";

    /** The name for devices that are still to come. */
    public static final String DEFAULT = "default";

    /**
     * A setting of one device.
     *
     * @param device a device's name, or all, or default
     */
    public record Conf(ConfKnob knob, String device) {
        /** Whether it is meant for one device alone. */
        public boolean isOfDevice() {
            return !device.equals(ALL) && !device.equals(DEFAULT);
        }
    }

    private static final String FORWARD = "net.ipv4.ip_forward";

    /** The setting of that name, with dots or slashes as sysctl(8) reads them; none if it is not modelled. */
    public static Optional<SysctlName> find(String text) {
        String name = dotted(text);
        for (SysctlName each : SysctlTable.GLOBAL) {
            if (each.name.equals(name)) {
                return Optional.of(each);
            }
        }
        for (IpFamily family : IpFamily.values()) {
            if (name.startsWith(ConfKnob.prefix(family))) {
                return ofDevice(family, name.substring(ConfKnob.prefix(family).length()));
            }
        }
        return Optional.empty();
    }

    /** The setting of a device, or of {@code all} or {@code default}. */
    public static SysctlName of(ConfKnob knob, String device) {
        boolean hops = knob.word().equals("hop_limit");
        return new SysctlName(
                knob.nameFor(device),
                device.equals(ALL) ? knob.all() : knob.initial(),
                hops ? 1 : Integer.MIN_VALUE,
                hops ? 255 : Integer.MAX_VALUE,
                true,
                Optional.of(new Conf(knob, device)));
    }

    private static Optional<SysctlName> ofDevice(IpFamily family, String rest) {
        int dot = rest.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String device = rest.substring(0, dot).replace('/', '.');
        return ConfKnob.find(family, rest.substring(dot + 1)).map(knob -> of(knob, device));
    }

    /** A known name that is like an unknown one. */
    public static Optional<String> similarTo(String text, List<String> devices) {
        List<String> names = new ArrayList<>();
        SysctlTable.GLOBAL.forEach(n -> names.add(n.name));
        List<String> all = new ArrayList<>(List.of(ALL, DEFAULT));
        all.addAll(devices);
        for (ConfKnob knob : ConfKnob.ALL) {
            all.forEach(device -> names.add(knob.nameFor(device)));
        }
        return Nearest.among(dotted(text), names);
    }

    /** Where the first separator is a slash, slashes and dots change places: procps, {@code sysctl.c}. */
    private static String dotted(String text) {
        int slash = text.indexOf('/');
        int dot = text.indexOf('.');
        if (slash < 0 || (dot >= 0 && dot < slash)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c == '/' ? '.' : c == '.' ? '/' : c)));
        return out.toString();
    }

    /** The name that the value is kept under: {@code ip_forward} is {@code conf.all.forwarding} by another name. */
    public String key() {
        return name.equals(FORWARD) ? "net.ipv4.conf.all.forwarding" : name;
    }

    /** Whether the setting takes that value. */
    public boolean takes(long value) {
        return value >= least && value <= most;
    }
}
