package nfstep.engine;

import java.util.Optional;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** Whether a packet's source may come in by this device: {@code net/ipv4/fib_frontend.c}, {@code fib_validate_source}. */
record SourceCheck(Namespace host, Skb skb) {
    /** Why the packet is refused, and the setting that governs it. */
    record Refusal(String place, String reason, String setting) {}

    /** The refusal, if the source is not accepted; {@code oif} is the way out, 0 for a local destination. */
    Optional<Refusal> check(int oif) {
        Device in = skb.in().orElseThrow();
        Packet packet = skb.packet();
        int filter = Settings.conf(host, in, "rp_filter");
        boolean acceptLocal = Settings.conf(host, in, "accept_local") != 0;
        boolean redirects = oif == in.index() && Settings.conf(host, in, "send_redirects") != 0;
        boolean isLocal = host.fib().localType(packet.source()) == RouteType.LOCAL;
        if (filter == 0 && !host.fib().isCustom() && !redirects) {
            return isLocal && !acceptLocal ? Optional.of(ownAddress(in)) : Optional.empty();
        }
        return full(in, filter, acceptLocal);
    }

    private Refusal ownAddress(Device in) {
        return new Refusal(
                "martian source",
                skb.packet().source() + " is an address of this host, it cannot come from outside",
                "net.ipv4.conf." + in.name() + ".accept_local = 0");
    }

    private Optional<Refusal> full(Device in, int filter, boolean acceptLocal) {
        Packet p = skb.packet();
        int mark = Settings.conf(host, in, "src_valid_mark") != 0 ? skb.mark() : 0;
        FlowKey reverse = new FlowKey(p.source(), p.destination(), p.tos() & 0x1e, mark, 1, 0);
        FibResult result = FibLookup.lookup(host, reverse);
        Optional<Route> route = result.isUsable() ? result.route() : Optional.empty();
        if (route.isEmpty()) {
            return filter == 0 ? Optional.empty() : Optional.of(reversePath(in, filter, "no route back to the source"));
        }
        RouteType type = route.get().type();
        if (type != RouteType.UNICAST) {
            boolean accepted = type == RouteType.LOCAL && acceptLocal;
            return accepted ? Optional.empty() : Optional.of(type == RouteType.LOCAL ? ownAddress(in) : martian(type));
        }
        if (route.get().isVia(in.index()) || filter != 1) {
            return Optional.empty();
        }
        String way = route.get().link().stream()
                .mapToObj(i -> host.link(i).map(l -> l.name()).orElse("?"))
                .findFirst()
                .orElse("?");
        return Optional.of(reversePath(in, filter, "the way back to " + p.source() + " is " + way));
    }

    private Refusal martian(RouteType type) {
        return new Refusal("martian source", skb.packet().source() + " is of type " + type.word(), "");
    }

    private static Refusal reversePath(Device in, int filter, String reason) {
        return new Refusal(
                "rp_filter", reason + ", not " + in.name(), "net.ipv4.conf." + in.name() + ".rp_filter = " + filter);
    }
}
