package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.RulesEdit;
import nfstep.rules.edit.Restore;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** A change of a table as the command that makes it: what a trace file holds. */
public final class RulesEditText {
    private static final String RESTORE = "-restore --counters";
    private static final String KEEP = " --noflush";

    private RulesEditText() {}

    /** The command; the one of a restore is followed by its text from the second line on. */
    public static String print(RulesEdit edit, IpFamily family) {
        if (edit instanceof Restore restore) {
            return program(family) + RESTORE + (restore.keep() ? KEEP : "") + "\n" + restore.toSyntax();
        }
        if (edit instanceof TableEdit change) {
            return program(family) + " -t " + edit.table().word() + " " + change.toSyntax();
        }
        throw new IllegalArgumentException("not a change that iptables makes: " + edit);
    }

    /** The change that a text of {@link #print} says. */
    public static Parsed<RulesEdit> read(SourceText text, IpFamily family) {
        int end = text.text().indexOf('\n');
        return end < 0 ? command(text, family) : restore(text, family, end);
    }

    private static Parsed<RulesEdit> command(SourceText text, IpFamily family) {
        try {
            List<Word> words = words(text, text.text(), family);
            return Iptables.read(text, family, words).then(it -> change(text, words, it));
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
    }

    private static Parsed<RulesEdit> change(SourceText text, List<Word> words, IptablesCommand command) {
        Optional<RulesEdit> edit = command.edit().map(it -> it);
        return edit.map(Parsed::of)
                .orElseGet(() -> Parsed.failed(
                        text.diagnostic(Code.FORMAT, words.get(0).span(), "the command changes no table")));
    }

    /** Lines are counted within the restored text, as iptables-restore does. */
    private static Parsed<RulesEdit> restore(SourceText text, IpFamily family, int end) {
        String first = text.text().substring(0, end);
        boolean keep = first.equals(program(family) + RESTORE + KEEP);
        IptablesRestore whole = IptablesRestore.whole(family);
        if (!keep && !first.equals(program(family) + RESTORE)) {
            return Parsed.failed(
                    text.diagnostic(Code.FORMAT, new Span(1, 1, end), "not a change of rules as nfstep writes it"));
        }
        IptablesRestore options = new IptablesRestore(family, true, keep, whole.testing(), whole.only(), whole.file());
        SourceText rest = new SourceText(text.name(), text.text().substring(end + 1));
        return options.tables(rest).then(tables -> one(text, tables));
    }

    private static Parsed<RulesEdit> one(SourceText text, List<Restore> tables) {
        if (tables.size() == 1) {
            return Parsed.of(tables.get(0));
        }
        Span span = new Span(1, 1, 0);
        return Parsed.failed(text.diagnostic(Code.FORMAT, span, "a change of " + tables.size() + " tables"));
    }

    private static List<Word> words(SourceText text, String line, IpFamily family) {
        List<Word> words = new RestoreWords(text, 1, line, 0).read();
        if (words.isEmpty() || !words.get(0).is(program(family))) {
            throw new Problem(text.diagnostic(
                    Code.FORMAT, new Span(1, 1, line.length()), "not a change of rules as nfstep writes it"));
        }
        return words;
    }

    private static String program(IpFamily family) {
        return family == IpFamily.IPV4 ? "iptables" : "ip6tables";
    }
}
