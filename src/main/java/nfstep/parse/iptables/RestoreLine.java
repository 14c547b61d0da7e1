package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nfstep.parse.Word;
import nfstep.rules.Counter;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.rules.edit.DeclareChain;
import nfstep.rules.edit.SetPolicy;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Code;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** Reads one line within a table: a chain with its policy, or a command with or without counters. */
final class RestoreLine {
    private final IptablesRestore options;
    private final SourceText source;
    private final TableName table;
    private final int number;

    RestoreLine(IptablesRestore options, SourceText source, TableName table, int number) {
        this.options = options;
        this.source = source;
        this.table = table;
        this.number = number;
    }

    /** The change that it makes; a line for the other family makes none. */
    Optional<TableEdit> read(String line) {
        return line.charAt(0) == ':' ? Optional.of(chain(line)) : command(line);
    }

    private TableEdit chain(String line) {
        List<Word> words = new RestoreWords(source, number, line, 1).read();
        Input input = input(words, line);
        if (words.size() < 2) {
            throw input.problem(
                    Code.MISSING_VALUE, input.program(), words.isEmpty() ? "chain name invalid" : "policy invalid");
        }
        String name = new Values(input).chain(words.get(0));
        boolean base = table.hooks().stream().anyMatch(it -> it.name().equals(name));
        Word policy = words.get(1);
        if (policy.is("-")) {
            return new DeclareChain(table, name, options.keep());
        }
        if (!base) {
            throw input.problem(
                    Code.BAD_VALUE,
                    policy,
                    "Can't set policy `" + policy.text() + "' on `" + name + "': Bad built-in chain name",
                    "a chain that is not built in has - for its policy");
        }
        if (!policy.is("ACCEPT") && !policy.is("DROP")) {
            throw input.problem(
                    Code.BAD_VALUE,
                    policy,
                    "Can't set policy `" + policy.text() + "' on `" + name + "': Bad policy name");
        }
        return new SetPolicy(table, name, Verdict.valueOf(policy.text()), policyCounter(input, words));
    }

    private Optional<Counter> policyCounter(Input input, List<Word> words) {
        if (!options.counters()) {
            return Optional.empty();
        }
        Word word = words.size() > 2 ? words.get(2) : words.get(1);
        String text = word.text();
        int colon = text.indexOf(':');
        boolean framed = text.startsWith("[") && text.endsWith("]") && colon > 0;
        OptionalLong packets = framed ? Numbers.decimal(text.substring(1, colon)) : OptionalLong.empty();
        OptionalLong bytes =
                framed ? Numbers.decimal(text.substring(colon + 1, text.length() - 1)) : OptionalLong.empty();
        if (packets.isEmpty() || bytes.isEmpty()) {
            throw input.problem(
                    Code.BAD_VALUE,
                    word,
                    "invalid policy counters for chain '" + words.get(0).text() + "'",
                    "write [PACKETS:BYTES]");
        }
        return Optional.of(new Counter(packets.getAsLong(), bytes.getAsLong()));
    }

    private Optional<TableEdit> command(String line) {
        int close = line.startsWith("[") ? line.indexOf(']') : -1;
        List<Word> words = new ArrayList<>(List.of(program()));
        if (line.startsWith("[")) {
            addCounters(line, close, words);
        }
        words.addAll(new RestoreWords(source, number, line, close + 1).read());
        Input input = input(words, line);
        CommandParts parts = new CommandReader(input).read();
        return parts.foreign ? Optional.empty() : Optional.of(edit(input, new CommandMaker(input, parts).make()));
    }

    private TableEdit edit(Input input, IptablesCommand command) {
        boolean changes = command instanceof Change;
        Optional<TableEdit> edit = command.edit().filter(it -> changes);
        return edit.orElseThrow(() -> input.problem(
                Code.SYNTAX, input.words().get(1), "only commands that change the table can stand in a restore text"));
    }

    /** {@code [PACKETS:BYTES]} before a command: {@code tokenize_rule_counters}. */
    private void addCounters(String line, int close, List<Word> words) {
        int colon = line.indexOf(':');
        Span span = new Span(number, 1, Math.max(close, 0) + 1);
        if (close < 0 || colon < 0 || colon > close) {
            throw new Problem(source.diagnostic(Code.SYNTAX, span, "Bad line: need " + (close < 0 ? "]" : ":")));
        }
        if (options.counters()) {
            words.add(new Word("--set-counters", span));
            words.add(new Word(line.substring(1, colon), span));
            words.add(new Word(line.substring(colon + 1, close), span));
        }
    }

    private Input input(List<Word> words, String line) {
        List<Word> some = words.isEmpty() ? List.of(new Word("", new Span(number, 1, line.length()))) : words;
        return new Input(source, options.family(), some, Optional.of(table));
    }

    private Word program() {
        return new Word("iptables-restore", new Span(number, 1, 0));
    }
}
