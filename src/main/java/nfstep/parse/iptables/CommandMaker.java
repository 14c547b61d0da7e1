package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.parse.Word;
import nfstep.rules.Counter;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.rules.edit.Append;
import nfstep.rules.edit.DeleteChain;
import nfstep.rules.edit.DeleteChains;
import nfstep.rules.edit.DeleteNumber;
import nfstep.rules.edit.DeleteRule;
import nfstep.rules.edit.Flush;
import nfstep.rules.edit.Insert;
import nfstep.rules.edit.NewChain;
import nfstep.rules.edit.RenameChain;
import nfstep.rules.edit.Replace;
import nfstep.rules.edit.SetPolicy;
import nfstep.rules.edit.TableEdit;
import nfstep.rules.edit.Zero;
import nfstep.rules.edit.ZeroRule;
import nfstep.source.Code;

/** Makes a command of what its words were found to say: {@code iptables.c}, {@code do_command4}. */
final class CommandMaker {
    private final Input input;
    private final CommandParts parts;
    private final Values values;
    private final TableName table;

    CommandMaker(Input input, CommandParts parts) {
        this.input = input;
        this.parts = parts;
        this.values = new Values(input);
        this.table = input.restored().orElseGet(() -> parts.option(BaseOption.TABLE)
                .map(it -> Tables.read(input, it))
                .orElse(TableName.FILTER));
    }

    IptablesCommand make() {
        if (parts.has(BaseOption.VERSION)) {
            return new VersionText(input.family());
        }
        new CommandCheck(input, parts, table).check();
        BaseOption command = parts.commands.keySet().iterator().next();
        boolean verbose = parts.has(BaseOption.VERBOSE);
        return switch (command) {
            case LIST -> new Listing(table, part(), format(), zeroToo());
            case LIST_RULES -> new RuleListing(table, part(), verbose, zeroToo());
            case CHECK -> new Check(new DeleteRule(table, chain(), rule()), verbose);
            default -> new Change(edit(command), verbose);
        };
    }

    private TableEdit edit(BaseOption command) {
        return switch (command) {
            case APPEND -> new Append(table, chain(), rule());
            case INSERT -> new Insert(table, chain(), parts.number, rule());
            case REPLACE -> new Replace(table, chain(), parts.number, rule());
            case DELETE ->
                parts.number == 0
                        ? new DeleteRule(table, chain(), rule())
                        : new DeleteNumber(table, chain(), parts.number);
            case POLICY -> policy();
            case ZERO -> zero();
            case FLUSH -> new Flush(table, anyChain());
            default -> chainEdit(command);
        };
    }

    private TableEdit chainEdit(BaseOption command) {
        return switch (command) {
            case NEW_CHAIN -> new NewChain(table, values.newChain(chainWord()));
            case RENAME_CHAIN -> new RenameChain(table, chain(), values.chain(second()));
            case DELETE_CHAIN ->
                anyChain().<TableEdit>map(it -> new DeleteChain(table, it)).orElseGet(() -> new DeleteChains(table));
            default -> throw new IllegalStateException("no command of its own: " + command);
        };
    }

    private TableEdit policy() {
        Word word = second();
        if (!word.is("ACCEPT") && !word.is("DROP")) {
            throw input.problem(Code.BAD_VALUE, word, "Bad policy name", "a policy is ACCEPT or DROP");
        }
        Optional<Counter> counter = parts.has(BaseOption.COUNTERS) ? Optional.of(parts.counter) : Optional.empty();
        return new SetPolicy(table, chain(), Verdict.valueOf(word.text()), counter);
    }

    private TableEdit zero() {
        return parts.number == 0 ? new Zero(table, anyChain()) : new ZeroRule(table, chain(), parts.number);
    }

    private Optional<TableEdit> zeroToo() {
        return parts.commands.containsKey(BaseOption.ZERO)
                ? Optional.of(new Zero(table, anyChain()))
                : Optional.empty();
    }

    private nfstep.rules.edit.RuleSpec rule() {
        return new RuleMaker(input, parts, table).make();
    }

    private Part part() {
        return new Part(anyChain(), parts.number);
    }

    private Columns format() {
        return new Columns(
                parts.has(BaseOption.NUMERIC),
                parts.has(BaseOption.VERBOSE),
                parts.has(BaseOption.EXACT),
                parts.has(BaseOption.LINE_NUMBERS));
    }

    private Optional<String> anyChain() {
        return Optional.ofNullable(parts.chain).map(values::chain);
    }

    private String chain() {
        return values.chain(chainWord());
    }

    private Word chainWord() {
        return Optional.ofNullable(parts.chain).orElseThrow();
    }

    private Word second() {
        return Optional.ofNullable(parts.second).orElseThrow();
    }
}
