package nfstep.engine;

import nfstep.conntrack.ConntrackSettings;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.rules.Device;

/** The settings of a namespace, as the engine asks for them. */
public final class Settings {
    private Settings() {}

    /** The settings of connection tracking. */
    public static ConntrackSettings of(Namespace host) {
        ConntrackSettings settings = ConntrackSettings.defaults();
        for (var entry : host.sysctls().changed().entrySet()) {
            int at = entry.getKey().lastIndexOf('.');
            String name = entry.getKey().substring(at + 1);
            if (name.startsWith("nf_conntrack_")) {
                settings = settings.with(name, entry.getValue());
            }
        }
        return settings;
    }

    /** A setting of a device, as its {@code all} counterpart bears on it. */
    static int conf(Namespace host, Device device, String knob) {
        return host.sysctls().conf(IpFamily.IPV4, device.name(), knob);
    }

    /** A setting of the namespace. */
    static long get(Namespace host, String name) {
        return host.sysctls().get(name);
    }
}
