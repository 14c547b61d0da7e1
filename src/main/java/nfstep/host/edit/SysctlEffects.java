package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.ConfKnob;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Loopback;
import nfstep.host.Namespace;
import nfstep.host.SysctlName;
import nfstep.host.Sysctls;
import nfstep.packet.IpFamily;

/** What a written setting does to other settings and to addresses. */
final class SysctlEffects {
    private SysctlEffects() {}

    /** The namespace after a setting was written. */
    static Namespace written(Namespace host, SysctlName name, long written) {
        long value = stored(name, written);
        boolean same = host.sysctls().value(name) == value;
        Namespace changed = host.withSysctls(host.sysctls().with(name, value));
        Optional<SysctlName.Conf> conf = SysctlName.find(name.key()).flatMap(SysctlName::conf);
        if (conf.isEmpty()) {
            return changed;
        }
        boolean reaches = conf.get().device().equals(SysctlName.ALL) && !(same && isIpv4(conf.get()));
        Namespace spread = reaches ? spread(changed, conf.get().knob(), value) : changed;
        return switch (conf.get().knob().word()) {
            case "disable_ipv6" -> switched(host, spread);
            case "forwarding" -> isIpv4(conf.get()) ? redirects(conf.get(), spread) : forwarding(spread);
            default -> spread;
        };
    }

    /** {@code net/bridge/br_netfilter_hooks.c}, {@code brnf_sysctl_call_tables}: what is not 0 becomes 1. */
    private static long stored(SysctlName name, long value) {
        return name.name().startsWith(SysctlName.BRIDGE) && value != 0 ? 1 : value;
    }

    private static boolean isIpv4(SysctlName.Conf conf) {
        return conf.knob().family() == IpFamily.IPV4;
    }

    /**
     * What is written to {@code all} goes to {@code default} and to each device, for forwarding
     * ({@code inet_forward_change}, {@code addrconf_forward_change}) and {@code disable_ipv6}
     * ({@code addrconf_disable_change}).
     */
    private static Namespace spread(Namespace host, ConfKnob knob, long value) {
        if (!knob.word().equals("forwarding") && !knob.word().equals("disable_ipv6")) {
            return host;
        }
        Sysctls sysctls = host.sysctls().with(SysctlName.of(knob, SysctlName.DEFAULT), value);
        for (Link link : host.links().values()) {
            sysctls = sysctls.with(SysctlName.of(knob, link.name()), value);
        }
        return host.withSysctls(sysctls);
    }

    /** {@code inet_forward_change}: a router as a whole believes no redirects. */
    private static Namespace redirects(SysctlName.Conf conf, Namespace host) {
        ConfKnob redirects = ConfKnob.find(IpFamily.IPV4, "accept_redirects").orElseThrow();
        SysctlName all = SysctlName.of(redirects, SysctlName.ALL);
        boolean on = host.sysctls().value(SysctlName.of(conf.knob(), SysctlName.ALL)) != 0;
        boolean whole = conf.device().equals(SysctlName.ALL);
        return whole ? host.withSysctls(host.sysctls().with(all, on ? 0 : 1)) : host;
    }

    private static Namespace forwarding(Namespace host) {
        Namespace result = host;
        for (Link link : host.links().values()) {
            boolean forwards = host.sysctls().conf(IpFamily.IPV6, link.name(), "forwarding") != 0;
            result = Anycast.forwarding(result, link, forwards);
        }
        return result;
    }

    private static Namespace switched(Namespace before, Namespace after) {
        Namespace result = after;
        for (Link link : after.links().values()) {
            boolean was = Ipv6Addresses.isDisabled(before, link);
            boolean is = Ipv6Addresses.isDisabled(after, link);
            if (was != is) {
                result = is ? Ipv6Addresses.stopped(result, link) : started(result, link);
            }
        }
        return result;
    }

    private static Namespace started(Namespace host, Link link) {
        if (!link.up()) {
            return host;
        }
        Namespace addressed = link.kind() == LinkKind.LOOPBACK ? Loopback.withIpv6(host) : host;
        Namespace started = Ipv6Addresses.started(addressed, link);
        return link.carrier() ? Ipv6Addresses.ready(started, link) : started;
    }
}
