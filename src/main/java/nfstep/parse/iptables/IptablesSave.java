package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.Rule;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.state.Netfilter;

/**
 * {@code iptables-save}: prints tables so that {@code iptables-restore} makes them again, but without the comments that
 * tell the time; {@code iptables-save.c}.
 *
 * @param table none for all tables that were used; one that is named exists from then on
 * @param counters whether rules are printed with their counters, as policies always are: {@code -c}
 */
public record IptablesSave(IpFamily family, Optional<TableName> table, boolean counters) {
    private static final List<Flags.Flag> FLAGS =
            List.of(new Flags.Flag('c', "counters", false), new Flags.Flag('t', "table", true));

    /** Reads the command line, the program's name first. */
    public static Parsed<IptablesSave> read(SourceText source, IpFamily family, List<Word> words) {
        Input input = new Input(source, family, words, Optional.empty());
        try {
            Flags flags = new Flags(input, FLAGS).read();
            flags.plain().forEach(it -> {
                throw input.problem(Code.SYNTAX, it, "Unknown arguments found on commandline");
            });
            Optional<TableName> table = flags.word('t').map(it -> Tables.read(input, it));
            return Parsed.of(new IptablesSave(family, table, flags.has('c')));
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
    }

    /** The text, with line ends. */
    public String print(Netfilter state) {
        List<TableName> names = table.map(List::of)
                .orElseGet(() ->
                        state.rules(family).used().stream().map(Table::name).toList());
        StringBuilder out = new StringBuilder();
        names.forEach(name -> print(TableView.of(state, family, name), out));
        return out.toString();
    }

    private void print(TableView view, StringBuilder out) {
        out.append('*').append(view.table().name().word()).append('\n');
        List<Chain> chains = view.table().chains();
        for (Chain chain : chains) {
            String policy = chain.isBase() ? chain.policy().name() : "-";
            out.append(':').append(chain.name()).append(' ').append(policy).append(' ');
            out.append(counter(view.ofPolicy(chain))).append('\n');
        }
        for (Chain chain : chains) {
            for (Rule rule : chain.rules()) {
                out.append(counters ? counter(view.of(rule)) + " " : "");
                out.append(RuleLine.of(chain.name(), rule, "")).append('\n');
            }
        }
        out.append("COMMIT\n");
    }

    private static String counter(Counter counter) {
        return "[" + Long.toUnsignedString(counter.packets()) + ":" + Long.toUnsignedString(counter.bytes()) + "]";
    }
}
