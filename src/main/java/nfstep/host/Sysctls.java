package nfstep.host;

import java.util.ArrayList;
import java.util.List;
import nfstep.packet.IpFamily;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The settings of one namespace.
 *
 * @param changed those that were written, by their dotted names
 * @param settled the devices that no longer follow what is written to {@code conf.default}: those that were given an
 *     IPv4 address ({@code net/ipv4/devinet.c}, {@code ipv4_devconf_setall}, {@code devinet_copy_dflt_conf})
 */
public record Sysctls(TreePMap<String, Long> changed, TreePSet<String> settled) {
    private static final Sysctls DEFAULTS = new Sysctls(TreePMap.empty(), TreePSet.empty());

    /** The settings of a new namespace. */
    public static Sysctls defaults() {
        return DEFAULTS;
    }

    /** The value of the setting of that name; asking for one that is not modelled is a mistake of the caller. */
    public long get(String name) {
        return value(SysctlName.find(name)
                .orElseThrow(() -> new IllegalArgumentException("no setting of that name: " + name)));
    }

    /** The value of a setting. */
    public long value(SysctlName name) {
        Long written = changed.get(name.key());
        if (written != null) {
            return written;
        }
        return name.conf().filter(this::follows).isPresent()
                ? value(SysctlName.of(name.conf().get().knob(), SysctlName.DEFAULT))
                : name.initial();
    }

    private boolean follows(SysctlName.Conf conf) {
        return conf.isOfDevice() && conf.knob().followed() && !settled.contains(conf.device());
    }

    /** The value of a device's setting that counts, with {@code conf.all} as it bears on it. */
    public int conf(IpFamily family, String device, String knob) {
        ConfKnob known = ConfKnob.find(family, knob)
                .orElseThrow(() -> new IllegalArgumentException("no setting of devices: " + knob));
        if (changed.isEmpty()) {
            return known.reach().of(known.all(), known.initial());
        }
        long all = value(SysctlName.of(known, SysctlName.ALL));
        return known.reach().of(all, value(SysctlName.of(known, device)));
    }

    /** All settings that are modelled, those of devices for these devices too, in the order of their names. */
    public static List<SysctlName> names(List<String> devices) {
        List<SysctlName> names = new ArrayList<>(SysctlTable.GLOBAL);
        List<String> all = new ArrayList<>(List.of(SysctlName.ALL, SysctlName.DEFAULT));
        all.addAll(devices);
        for (ConfKnob knob : ConfKnob.ALL) {
            all.forEach(device -> names.add(SysctlName.of(knob, device)));
        }
        names.sort((a, b) -> a.name().compareTo(b.name()));
        return names;
    }

    /** These settings with one written. */
    public Sysctls with(SysctlName name, long value) {
        return new Sysctls(changed.plus(name.key(), value), settled);
    }

    /** These settings when a device comes: what was written to {@code conf.default} is its own. */
    public Sysctls withDevice(String device) {
        return copied(device, false);
    }

    /** These settings when a device is given its first IPv4 address: from now on they are its own. */
    public Sysctls withSettled(String device) {
        return settled.contains(device) ? this : new Sysctls(copied(device, true).changed, settled.plus(device));
    }

    private Sysctls copied(String device, boolean followedOnly) {
        TreePMap<String, Long> all = changed;
        for (ConfKnob knob : changed.isEmpty() ? List.<ConfKnob>of() : ConfKnob.ALL) {
            Long written = changed.get(knob.nameFor(SysctlName.DEFAULT));
            if (written != null && (knob.followed() || !followedOnly)) {
                String own = knob.nameFor(device);
                all = changed.containsKey(own) ? all : all.plus(own, written);
            }
        }
        return new Sysctls(all, settled);
    }

    /** These settings when a device is gone. */
    public Sysctls withoutDevice(String device) {
        TreePMap<String, Long> rest = changed;
        for (ConfKnob knob : ConfKnob.ALL) {
            rest = rest.minus(knob.nameFor(device));
        }
        return new Sysctls(rest, settled.minus(device));
    }

    /** These settings when a device has another name. */
    public Sysctls withRenamed(String device, String other) {
        Sysctls result = withoutDevice(device);
        TreePMap<String, Long> all = result.changed;
        for (ConfKnob knob : ConfKnob.ALL) {
            Long own = changed.get(knob.nameFor(device));
            all = own == null ? all : all.plus(knob.nameFor(other), own);
        }
        return new Sysctls(all, settled.contains(device) ? result.settled.plus(other) : result.settled);
    }
}
