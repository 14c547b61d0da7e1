package nfstep.engine;

import nfstep.conntrack.ConntrackSettings;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.rules.Device;
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

    /** A setting of the namespace. */
    static long get(Namespace host, String name) {
        return host.sysctls().get(name);
    }
}
