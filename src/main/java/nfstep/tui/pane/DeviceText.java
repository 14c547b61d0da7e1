package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;

/** A device in one line: {@code enp0s3 up 10.0.2.15/24, to wan in world}. */
final class DeviceText {
    private static final int NAME_WIDTH = 8;

    private DeviceText() {}

    static String of(Network network, Namespace host, Link link) {
        List<String> words = new ArrayList<>();
        words.add(padded(link.name()));
        words.add(link.isRunning() ? "up" : link.up() ? "no carrier" : "down");
        host.addressesOf(link.index()).forEach(a -> words.add(a.address() + "/" + a.length()));
        StringBuilder text = new StringBuilder(String.join(" ", words));
        link.peer().ifPresent(peer -> text.append(", to ").append(end(network, host, peer)));
        link.master().ifPresent(index -> host.link(index)
                .ifPresent(bridge -> text.append(", port of ").append(bridge.name())));
        link.vlan().ifPresent(vlan -> host.link(vlan.parent())
                .ifPresent(parent ->
                        text.append(", vlan ").append(vlan.id()).append(" on ").append(parent.name())));
        return text.toString();
    }

    private static String end(Network network, Namespace host, LinkEnd end) {
        String name = network.link(end).map(Link::name).orElse("nowhere");
        return end.namespace().equals(host.name()) ? name : name + " in " + end.namespace();
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
    }
}
