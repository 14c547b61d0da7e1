package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.LinkKind;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.DeleteLink;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.SetLink;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;

/** {@code ip link}, ip-link(8). */
final class LinkCommands {
    private static final Verbs VERBS = Verbs.of("add", "set", "change", "delete", "show", "lst", "list");

    private static final Grammar SET = Grammar.of(
            "ip link set",
            "device",
            Keyword.value("dev"),
            Keyword.flag("up"),
            Keyword.flag("down"),
            Keyword.value("mtu"),
            Keyword.shortValue("address"),
            Keyword.value("name"),
            Keyword.value("master"),
            Keyword.flag("nomaster"),
            Keyword.value("netns"),
            Keyword.unmodelled("arp"),
            Keyword.unmodelled("promisc"),
            Keyword.unmodelled("multicast"),
            Keyword.unmodelled("allmulticast"),
            Keyword.unmodelled("txqueuelen"),
            Keyword.unmodelled("alias"),
            Keyword.unmodelled("group"),
            Keyword.unmodelled("vrf"),
            Keyword.unmodelled("addrgenmode"));

    private static final Grammar DELETE =
            Grammar.of("ip link del", "device", Keyword.value("dev"), Keyword.value("type"));

    private static final Grammar SHOW = Grammar.of(
            "ip link show",
            "device",
            Keyword.value("dev"),
            Keyword.flag("up"),
            Keyword.value("master"),
            Keyword.value("type"));

    private LinkCommands() {}

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        return switch (call.verb("link", VERBS, problems).orElse("")) {
            case "add" -> new LinkAddition(call, problems).read();
            case "set", "change" -> set(call, problems);
            case "delete" -> delete(call, problems);
            default -> show(call, problems);
        };
    }

    private static Parsed<IpCommand> set(Call call, Problems problems) {
        List<Word> words = call.rest();
        int end = typeIn(words);
        Arguments arguments = Arguments.read(SET, words.subList(0, end), problems);
        Values values = call.values(problems);
        Optional<String> device = problems.needed(
                        arguments.valueOrBare("dev"), "ip link set: the name of a device is missing")
                .flatMap(values::device);
        if (arguments.has("up") && arguments.has("down")) {
            arguments.flag("down").ifPresent(w -> problems.bad(w, "ip link set: both up and down"));
        }
        List<LinkSetting> settings = settings(arguments, values);
        if (end < words.size() && problems.none()) {
            settings.addAll(BridgeSettings.read(words.subList(end + 1, words.size()), values));
        }
        if (settings.isEmpty() && problems.none()) {
            problems.missing(
                    "ip link set: nothing is set: up, down, mtu, address, name, master, nomaster, netns or type");
        }
        return problems.unless(
                () -> IpCommand.Change.of(new SetLink(call.namespace(), device.orElseThrow(), settings)));
    }

    /** Where {@code type} stands, behind which other words are known; the end if it does not. */
    static int typeIn(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is("type")) {
                return i;
            }
        }
        return words.size();
    }

    /** In the order of {@code do_setlink}. */
    private static List<LinkSetting> settings(Arguments arguments, Values values) {
        List<LinkSetting> all = new ArrayList<>();
        arguments.value("netns").flatMap(values::namespaceOrHost).ifPresent(n -> all.add(new LinkSetting.Move(n)));
        arguments.value("address").flatMap(values::mac).ifPresent(m -> all.add(new LinkSetting.Address(m)));
        values.number(arguments.value("mtu"), 0, Integer.MAX_VALUE).ifPresent(m -> all.add(new LinkSetting.Mtu(m)));
        arguments.value("name").flatMap(values::newName).ifPresent(n -> all.add(new LinkSetting.Rename(n)));
        arguments.value("master").flatMap(values::device).ifPresent(m -> all.add(new LinkSetting.Enslave(m)));
        arguments.flag("nomaster").ifPresent(w -> all.add(new LinkSetting.Release()));
        arguments.flag("up").ifPresent(w -> all.add(new LinkSetting.Up()));
        arguments.flag("down").ifPresent(w -> all.add(new LinkSetting.Down()));
        return all;
    }

    private static Parsed<IpCommand> delete(Call call, Problems problems) {
        Arguments arguments = Arguments.read(DELETE, call.rest(), problems);
        Optional<String> device = problems.needed(
                        arguments.valueOrBare("dev"), "ip link del: the name of a device is missing")
                .flatMap(call.values(problems)::device);
        arguments.value("type").ifPresent(w -> kind(w, problems));
        return problems.unless(() -> {
            NetworkEdit edit = new DeleteLink(call.namespace(), device.orElseThrow());
            return IpCommand.Change.of(edit);
        });
    }

    private static Parsed<IpCommand> show(Call call, Problems problems) {
        List<Word> words = call.rest();
        Arguments arguments = Arguments.read(SHOW, words, problems);
        Values values = call.values(problems);
        Optional<String> device = arguments.valueOrBare("dev").flatMap(values::device);
        Optional<String> master = arguments.value("master").flatMap(values::device);
        Optional<LinkKind> kind = arguments.value("type").flatMap(w -> kind(w, problems));
        return problems.unless(() -> new IpCommand.Show(new LinkListing(
                call.namespace(), new LinkListing.Filter(device, master, kind, arguments.has("up")), call.shape())));
    }

    /** The kind of device that a word names. */
    static Optional<LinkKind> kind(Word word, Problems problems) {
        for (LinkKind kind : LinkKind.values()) {
            if (kind != LinkKind.LOOPBACK && kind.word().equals(word.text())) {
                return Optional.of(kind);
            }
        }
        List<String> known = List.of("bridge", "dummy", "veth", "vlan");
        String message = "nfstep does not model devices of type '" + word.text() + "'";
        problems.unknown(word, Code.BAD_VALUE, message, known);
        return Optional.empty();
    }
}
