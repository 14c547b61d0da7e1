package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;

/** A device as {@code ip link} and {@code ip address} print it. */
record LinkText(Network network, Namespace host, Link link) {
    /** The first line. */
    String header(String extras) {
        String master = link.master().isPresent()
                ? "master "
                        + host.link(link.master().getAsInt()).map(Link::name).orElse("?") + " "
                : "";
        return number() + link.name() + below() + ": " + flags() + " mtu " + link.mtu() + " qdisc "
                + (link.up() ? "noqueue " : "noop ") + master + "state " + state() + " " + extras + "qlen 1000\n";
    }

    /** The shorter first line that {@code ip -6 address} prints. */
    String shortHeader() {
        return number() + link.name() + ": " + flags() + " mtu " + link.mtu() + " state " + state() + " qlen 1000\n";
    }

    /** The line with the link-layer address. */
    String address() {
        boolean loopback = link.kind() == LinkKind.LOOPBACK;
        return "    link/" + (loopback ? "loopback " : "ether ") + link.mac() + " brd "
                + (loopback ? link.mac() : "ff:ff:ff:ff:ff:ff") + elsewhere() + "\n";
    }

    private String number() {
        return link.index() + ": ";
    }

    private String below() {
        Optional<String> parent =
                link.vlan().flatMap(v -> host.link(v.parent())).map(Link::name);
        Optional<String> peer = link.peer()
                .map(end -> end.namespace().equals(host.name())
                        ? host.link(end.index()).map(Link::name).orElse("NONE")
                        : "if" + end.index());
        return parent.or(() -> peer).map(name -> "@" + name).orElse("");
    }

    private String elsewhere() {
        return link.peer()
                .map(LinkEnd::namespace)
                .filter(n -> !n.equals(host.name()))
                .map(n -> n.equals(Network.HOST) ? " link-netnsid 0" : " link-netns " + n)
                .orElse("");
    }

    /** The columns that a brief listing begins with. */
    String brief() {
        return String.format(Locale.ROOT, "%-16s %-14s ", link.name() + below(), state());
    }

    String flags() {
        List<String> flags = new ArrayList<>();
        if (link.up() && !link.carrier()) {
            flags.add("NO-CARRIER");
        }
        flags.addAll(link.kind() == LinkKind.LOOPBACK ? List.of("LOOPBACK") : List.of("BROADCAST", "MULTICAST"));
        if (link.kind() == LinkKind.DUMMY) {
            flags.add("NOARP");
        }
        if (link.up()) {
            flags.add("UP");
        }
        if (link.isRunning()) {
            flags.add("LOWER_UP");
        }
        if (peerHere().filter(p -> !p.up()).isPresent()) {
            flags.add("M-DOWN");
        }
        return "<" + String.join(",", flags) + ">";
    }

    private Optional<Link> peerHere() {
        return link.peer().filter(end -> end.namespace().equals(host.name())).flatMap(end -> host.link(end.index()));
    }

    /** {@code net/core/link_watch.c}, {@code default_operstate}. */
    private String state() {
        if (!link.up()) {
            return "DOWN";
        }
        if (link.carrier()) {
            boolean bare = link.kind() == LinkKind.BRIDGE
                    && host.links().values().stream().noneMatch(l -> l.isPortOf(link.index()));
            return bare || link.kind() == LinkKind.LOOPBACK || link.kind() == LinkKind.DUMMY ? "UNKNOWN" : "UP";
        }
        return lowerIsDown() ? "LOWERLAYERDOWN" : "DOWN";
    }

    /** The kernel looks the other end's number up in this namespace, wherever that end is. */
    private boolean lowerIsDown() {
        int below = link.peer()
                .map(LinkEnd::index)
                .or(() -> link.vlan().map(Link.Vlan::parent))
                .orElse(link.index());
        return below != link.index()
                && host.link(below).filter(l -> !l.carrier()).isPresent();
    }
}
