package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.host.edit.LinkSetting;
import nfstep.parse.Word;

/** What {@code ip link} says of bridges and their ports behind {@code type}, ip-link(8): read and printed. */
final class BridgeSettings {
    private static final String BRIDGE = "bridge";
    private static final String PORT = "bridge_slave";
    private static final long LONGEST = 0xffff_ffffL;

    private static final Grammar OF_BRIDGE = Grammar.of(
            "ip link ... type bridge",
            "",
            Keyword.value("ageing_time"),
            Keyword.value("nf_call_iptables"),
            Keyword.unmodelled("nf_call_ip6tables"),
            Keyword.unmodelled("nf_call_arptables"),
            Keyword.unmodelled("stp_state"),
            Keyword.unmodelled("forward_delay"),
            Keyword.unmodelled("hello_time"),
            Keyword.unmodelled("max_age"),
            Keyword.unmodelled("priority"),
            Keyword.unmodelled("vlan_filtering"),
            Keyword.unmodelled("mcast_snooping"),
            Keyword.unmodelled("group_fwd_mask"));

    private static final Grammar OF_PORT = Grammar.of(
            "ip link ... type bridge_slave",
            "",
            Keyword.value("hairpin"),
            Keyword.unmodelled("state"),
            Keyword.unmodelled("priority"),
            Keyword.unmodelled("cost"),
            Keyword.unmodelled("guard"),
            Keyword.unmodelled("learning"),
            Keyword.unmodelled("flood"),
            Keyword.unmodelled("mcast_flood"),
            Keyword.unmodelled("bcast_flood"),
            Keyword.unmodelled("proxy_arp"),
            Keyword.unmodelled("neigh_suppress"),
            Keyword.unmodelled("isolated"),
            Keyword.unmodelled("locked"));

    private BridgeSettings() {}

    /** What the words behind {@code type} set; the first of them is the type. */
    static List<LinkSetting> read(List<Word> words, Values values) {
        if (words.isEmpty()) {
            values.problems().missing("ip link set: the type is missing");
            return List.of();
        }
        Word type = words.get(0);
        List<Word> rest = words.subList(1, words.size());
        if (type.is(PORT)) {
            return ofPort(rest, values);
        }
        if (!type.is(BRIDGE)) {
            values.problems().bad(type, "ip link set: behind 'type' nfstep models 'bridge' and 'bridge_slave'");
            return List.of();
        }
        return ofBridge(rest, values);
    }

    /** What the words behind {@code type bridge} set. */
    static List<LinkSetting> ofBridge(List<Word> words, Values values) {
        Arguments arguments = Arguments.read(OF_BRIDGE, words, values.problems());
        List<LinkSetting> all = new ArrayList<>();
        arguments.value("ageing_time").ifPresent(w -> values.longNumber(w, 0, LONGEST)
                .ifPresent(n -> all.add(new LinkSetting.Ageing(n))));
        arguments.value("nf_call_iptables").ifPresent(w -> values.number(w, 0, 255)
                .ifPresent(n -> all.add(new LinkSetting.CallsIptables(n != 0))));
        return all;
    }

    private static List<LinkSetting> ofPort(List<Word> words, Values values) {
        Arguments arguments = Arguments.read(OF_PORT, words, values.problems());
        return arguments.value("hairpin").flatMap(w -> hairpin(w, values)).stream()
                .toList();
    }

    /** {@code on} or {@code off} behind {@code hairpin}. */
    static Optional<LinkSetting> hairpin(Word word, Values values) {
        if (!word.is("on") && !word.is("off")) {
            values.problems()
                    .bad(word, "argument of \"hairpin\" must be one of \"off\", \"on\", not \"" + word.text() + "\"");
            return Optional.empty();
        }
        return Optional.of(new LinkSetting.Hairpin(word.is("on")));
    }

    /** The settings that stand behind {@code type}, with the type and a blank before; empty if none does. */
    static String print(List<LinkSetting> settings) {
        String words = settings.stream()
                .map(BridgeSettings::word)
                .flatMap(Optional::stream)
                .map(w -> " " + w)
                .collect(Collectors.joining());
        boolean port = settings.stream().anyMatch(LinkSetting.Hairpin.class::isInstance);
        return words.isEmpty() ? "" : " type " + (port ? PORT : BRIDGE) + words;
    }

    private static Optional<String> word(LinkSetting setting) {
        if (setting instanceof LinkSetting.Hairpin hairpin) {
            return Optional.of("hairpin " + (hairpin.on() ? "on" : "off"));
        }
        if (setting instanceof LinkSetting.Ageing ageing) {
            return Optional.of("ageing_time " + ageing.hundredths());
        }
        return setting instanceof LinkSetting.CallsIptables calls
                ? Optional.of("nf_call_iptables " + (calls.on() ? 1 : 0))
                : Optional.empty();
    }
}
