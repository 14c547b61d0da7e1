package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.SysctlName;
import nfstep.source.Outcome;

/** {@code sysctl -w NAME=VALUE}, sysctl(8), with what the kernel does to other settings by it. */
public record SetSysctl(String namespace, String name, long value) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return lookUp(host, name)
                .then(this::check)
                .then(known -> Outcome.done(network.with(SysctlEffects.written(host, known, value))));
    }

    /** The setting of that name in that namespace, or that there is none. */
    public static Outcome<SysctlName> lookUp(Namespace host, String name) {
        Optional<SysctlName> known = SysctlName.find(name).filter(n -> isThere(host, n));
        return known.map(Outcome::done).orElseGet(() -> Outcome.refused(unknown(host, name)));
    }

    private static boolean isThere(Namespace host, SysctlName name) {
        return name.conf()
                .filter(SysctlName.Conf::isOfDevice)
                .map(c -> host.link(c.device()).isPresent())
                .orElse(true);
    }

    private static String unknown(Namespace host, String name) {
        String hint = SysctlName.similarTo(
                        name, host.links().values().stream().map(Link::name).toList())
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
        return "sysctl: nfstep does not model the setting '" + name + "'" + hint;
    }

    private Outcome<SysctlName> check(SysctlName known) {
        if (!known.writable()) {
            return Outcome.refused("sysctl: setting key \"" + name + "\": only the machine itself sets it");
        }
        return known.takes(value)
                ? Outcome.done(known)
                : Outcome.refused("sysctl: setting key \"" + name + "\": Invalid argument (" + known.least() + " to "
                        + known.most() + ")");
    }
}
