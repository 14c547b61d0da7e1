package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.rules.edit.Restore;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * {@code iptables-restore}: makes tables of the text that {@code iptables-save} printed; {@code iptables-restore.c}.
 *
 * @param counters whether the counters of the text are taken over: {@code -c}
 * @param keep whether what the tables held is kept: {@code -n}, {@code --noflush}
 * @param testing whether the text is only looked at and no table is changed: {@code -t}, {@code --test}
 * @param only the one table that is looked at, if not all are: {@code -T}
 * @param file the file that the text is in; none if it comes from standard input
 */
public record IptablesRestore(
        IpFamily family,
        boolean counters,
        boolean keep,
        boolean testing,
        Optional<TableName> only,
        Optional<Word> file) {
    private static final List<Flags.Flag> FLAGS = List.of(
            new Flags.Flag('c', "counters", false),
            new Flags.Flag('n', "noflush", false),
            new Flags.Flag('t', "test", false),
            new Flags.Flag('T', "table", true),
            new Flags.Flag('w', "wait", false));

    /** Takes a whole text for all tables, with counters: how the text of another machine is looked at. */
    public static IptablesRestore whole(IpFamily family) {
        return new IptablesRestore(family, true, false, false, Optional.empty(), Optional.empty());
    }

    /** Reads the command line, the program's name first. */
    public static Parsed<IptablesRestore> read(SourceText source, IpFamily family, List<Word> words) {
        Input input = new Input(source, family, words, Optional.empty());
        try {
            Flags flags = new Flags(input, FLAGS).read();
            List<Word> plain = flags.plain();
            if (plain.size() > 1) {
                throw input.problem(Code.SYNTAX, plain.get(1), "Unknown arguments found on commandline");
            }
            Optional<TableName> only = flags.word('T').map(it -> Tables.read(input, it));
            return Parsed.of(new IptablesRestore(
                    family,
                    flags.has('c'),
                    flags.has('n'),
                    flags.has('t'),
                    only,
                    plain.stream().findFirst()));
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
    }

    /**
     * Reads a text: one change for each table, in the order of the text; each takes place at its COMMIT. Of a text with
     * a line that cannot be read nothing takes place, not even the tables above it.
     */
    public Parsed<List<Restore>> tables(SourceText text) {
        return new RestoreReader(this, text).read();
    }
}
