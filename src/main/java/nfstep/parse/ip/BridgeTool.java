package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.SetLink;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads {@code bridge link set dev PORT hairpin on|off}, bridge(8); of that tool nothing else is modelled. */
public final class BridgeTool {
    private static final Grammar SET = Grammar.of(
            "bridge link set",
            "",
            Keyword.value("dev"),
            Keyword.value("hairpin"),
            Keyword.unmodelled("cost"),
            Keyword.unmodelled("priority"),
            Keyword.unmodelled("state"),
            Keyword.unmodelled("guard"),
            Keyword.unmodelled("learning"),
            Keyword.unmodelled("flood"),
            Keyword.unmodelled("mcast_flood"),
            Keyword.unmodelled("bcast_flood"),
            Keyword.unmodelled("neigh_suppress"),
            Keyword.unmodelled("isolated"),
            Keyword.unmodelled("locked"));

    private BridgeTool() {}

    /**
     * Reads a command.
     *
     * @param words of the command, {@code bridge} first
     */
    public static Parsed<IpCommand> read(SourceText source, String namespace, List<Word> words) {
        Problems problems = new Problems(source, words.get(words.size() - 1));
        if (words.size() < 3 || !words.get(1).is("link") || !words.get(2).is("set")) {
            Word first = words.get(Math.min(1, words.size() - 1));
            problems.at(
                    first, Code.UNKNOWN_COMMAND, "of bridge nfstep models 'bridge link set dev PORT hairpin on|off'");
            return problems.unless(() -> new IpCommand.Change(List.of(), ""));
        }
        Arguments arguments = Arguments.read(SET, words.subList(3, words.size()), problems);
        Values values = new Values(problems, Optional.empty());
        Optional<String> port = problems.needed(arguments.value("dev"), "bridge link set: 'dev PORT' is missing")
                .flatMap(values::device);
        Optional<LinkSetting> hairpin = problems.needed(
                        arguments.value("hairpin"), "bridge link set: 'hairpin on' or 'hairpin off' is missing")
                .flatMap(word -> BridgeSettings.hairpin(word, values));
        return problems.unless(
                () -> IpCommand.Change.of(SetLink.of(namespace, port.orElseThrow(), hairpin.orElseThrow())));
    }
}
