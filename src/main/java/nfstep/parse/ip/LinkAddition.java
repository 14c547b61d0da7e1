package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.LinkKind;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.AddLink;
import nfstep.host.edit.AddVethPair;
import nfstep.host.edit.AddVlan;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.NewLink;
import nfstep.host.edit.SetLink;
import nfstep.packet.MacAddress;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;

/** {@code ip link add}, ip-link(8). */
final class LinkAddition {
    private static final int MAX_VLAN = 4094;

    private static final Grammar NEAR =
            device("ip link add").with(Keyword.value("link"), Keyword.flag("up"), Keyword.value("type"));
    private static final Grammar PEER = device("ip link add ... peer");
    private static final Grammar VLAN =
            Grammar.of("ip link add ... type vlan", "", Keyword.value("id"), Keyword.unmodelled("protocol"));
    private static final Grammar PLAIN = Grammar.of("ip link add ... type dummy", "");

    private final Call call;
    private final Problems problems;
    private final Values values;

    LinkAddition(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = call.values(problems);
    }

    private static Grammar device(String command) {
        return Grammar.of(
                command,
                "name",
                Keyword.value("name", "dev"),
                Keyword.shortValue("address"),
                Keyword.value("mtu"),
                Keyword.value("netns"),
                Keyword.unmodelled("txqueuelen"),
                Keyword.unmodelled("numtxqueues"),
                Keyword.unmodelled("numrxqueues"),
                Keyword.unmodelled("index"));
    }

    Parsed<IpCommand> read() {
        List<Word> rest = call.rest();
        int end = Math.min(rest.size(), LinkCommands.typeIn(rest) + 2);
        Arguments near = Arguments.read(NEAR, rest.subList(0, end), problems);
        List<Word> behind = rest.subList(end, rest.size());
        Optional<LinkKind> kind = problems.needed(near.value("type"), "ip link add: the type is missing")
                .flatMap(w -> LinkCommands.kind(w, problems));
        Optional<NewLink> link = link(near, "ip link add");
        String namespace = near.value("netns").flatMap(values::namespaceOrHost).orElse(call.namespace());
        near.value("link")
                .filter(w -> kind.filter(LinkKind.VLAN::equals).isEmpty())
                .ifPresent(this::needless);
        Near all = new Near(namespace, link, near, new ArrayList<>());
        Optional<NetworkEdit> edit = kind.flatMap(k -> edit(k, all, behind));
        near.flag("up").ifPresent(w -> all.settings().add(new LinkSetting.Up()));
        return problems.unless(() -> new IpCommand.Change(edits(edit.orElseThrow(), all), ""));
    }

    /**
     * What stands before the type.
     *
     * @param settings what is set of the device once it is there
     */
    private record Near(String namespace, Optional<NewLink> link, Arguments arguments, List<LinkSetting> settings) {}

    private void needless(Word word) {
        problems.at(word, Code.UNKNOWN_OPTION, "ip link add: only a vlan is cut from another device");
    }

    private Optional<NewLink> link(Arguments arguments, String command) {
        Optional<Word> word =
                problems.needed(arguments.valueOrBare("name"), command + ": the name of the device is missing");
        Optional<String> name = word.flatMap(values::newName);
        Optional<MacAddress> mac = arguments.value("address").flatMap(values::mac);
        OptionalInt mtu = values.number(arguments.value("mtu"), 0, Integer.MAX_VALUE);
        return name.map(n -> new NewLink(n, mac, mtu));
    }

    private Optional<NetworkEdit> edit(LinkKind kind, Near near, List<Word> behind) {
        return switch (kind) {
            case VETH -> pair(near, behind);
            case VLAN -> vlan(near, behind);
            case BRIDGE -> {
                near.settings().addAll(BridgeSettings.ofBridge(behind, values));
                yield near.link().map(l -> new AddLink(near.namespace(), l, kind));
            }
            default -> {
                Arguments.read(PLAIN, behind, problems);
                yield near.link().map(l -> new AddLink(near.namespace(), l, kind));
            }
        };
    }

    private Optional<NetworkEdit> pair(Near near, List<Word> behind) {
        if (behind.isEmpty() || !behind.get(0).is("peer")) {
            problems.missing("ip link add ... type veth: write 'peer name NAME' for the other end");
            return Optional.empty();
        }
        Arguments far = Arguments.read(PEER, behind.subList(1, behind.size()), problems);
        Optional<NewLink> peer = link(far, "ip link add ... peer");
        String namespace = far.value("netns").flatMap(values::namespaceOrHost).orElse(call.namespace());
        return near.link().flatMap(l -> peer.map(p -> new AddVethPair(near.namespace(), l, namespace, p)));
    }

    private Optional<NetworkEdit> vlan(Near near, List<Word> behind) {
        Arguments arguments = Arguments.read(VLAN, behind, problems);
        Optional<String> parent = problems.needed(
                        near.arguments().value("link"), "ip link add ... type vlan: 'link DEVICE' is missing")
                .flatMap(values::device);
        Optional<Word> id = problems.needed(arguments.value("id"), "ip link add ... type vlan: 'id NUMBER' is missing");
        OptionalInt tag = values.number(id, 0, MAX_VLAN);
        return problems.none()
                ? near.link().map(l -> new AddVlan(near.namespace(), l, parent.orElseThrow(), tag.orElseThrow()))
                : Optional.empty();
    }

    private static List<NetworkEdit> edits(NetworkEdit edit, Near near) {
        NewLink link = near.link().orElseThrow();
        return near.settings().isEmpty()
                ? List.of(edit)
                : List.of(edit, new SetLink(near.namespace(), link.name(), near.settings()));
    }
}
