package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.AddLink;
import nfstep.host.edit.AddNamespace;
import nfstep.host.edit.AddVethPair;
import nfstep.host.edit.AddVlan;
import nfstep.host.edit.DeleteLink;
import nfstep.host.edit.DeleteNamespace;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.NewLink;
import nfstep.host.edit.SetLink;

/** Changes of namespaces and devices as the words after {@code ip}. */
final class LinkEditText {
    private LinkEditText() {}

    static Optional<String> print(NetworkEdit edit) {
        if (edit instanceof AddNamespace add) {
            return Optional.of("netns add " + add.name());
        }
        if (edit instanceof DeleteNamespace delete) {
            return Optional.of("netns del " + delete.name());
        }
        if (edit instanceof DeleteLink delete) {
            return Optional.of("link del dev " + delete.name());
        }
        return edit instanceof SetLink set
                ? Optional.of("link set dev " + set.name() + settings(set.settings()))
                : added(edit);
    }

    private static Optional<String> added(NetworkEdit edit) {
        if (edit instanceof AddLink add) {
            return Optional.of(
                    "link add" + link(add.link()) + " type " + add.kind().word());
        }
        if (edit instanceof AddVlan add) {
            return Optional.of("link add link " + add.parent() + link(add.link()) + " type vlan id " + add.id());
        }
        return edit instanceof AddVethPair add
                ? Optional.of("link add" + link(add.link()) + " type veth peer" + link(add.peer()) + peerNamespace(add))
                : Optional.empty();
    }

    private static String link(NewLink link) {
        StringBuilder out = new StringBuilder(" name ").append(link.name());
        link.mac().ifPresent(m -> out.append(" address ").append(m));
        link.mtu().ifPresent(m -> out.append(" mtu ").append(m));
        return out.toString();
    }

    private static String peerNamespace(AddVethPair pair) {
        return pair.peerNamespace().equals(pair.namespace()) ? "" : " netns " + namespace(pair.peerNamespace());
    }

    private static String namespace(String name) {
        return name.equals(Network.HOST) ? Values.INIT : name;
    }

    private static String settings(List<LinkSetting> settings) {
        String plain = settings.stream()
                .filter(s -> s.turn() != LinkSetting.BEFORE_ALL)
                .map(s -> " " + setting(s))
                .collect(Collectors.joining());
        return plain + BridgeSettings.print(settings);
    }

    private static String setting(LinkSetting setting) {
        if (setting instanceof LinkSetting.Move move) {
            return "netns " + namespace(move.namespace());
        }
        if (setting instanceof LinkSetting.Address address) {
            return "address " + address.mac();
        }
        if (setting instanceof LinkSetting.Mtu mtu) {
            return "mtu " + mtu.bytes();
        }
        if (setting instanceof LinkSetting.Rename rename) {
            return "name " + rename.name();
        }
        return flag(setting);
    }

    private static String flag(LinkSetting setting) {
        if (setting instanceof LinkSetting.Enslave enslave) {
            return "master " + enslave.bridge();
        }
        if (setting instanceof LinkSetting.Release) {
            return "nomaster";
        }
        return setting instanceof LinkSetting.Up ? "up" : "down";
    }
}
