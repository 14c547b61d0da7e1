package nfstep.state;

import nfstep.conntrack.ConntrackSettings;
import nfstep.host.Namespace;

/** The settings of connection tracking in a namespace, from its sysctls. */
public final class TrackingSettings {
    private TrackingSettings() {}

    /** What the sysctls {@code net.netfilter.nf_conntrack_*} say. */
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
}
