package nfstep.parse.iptables;

import java.util.EnumSet;
import java.util.Set;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.source.Code;

/** What goes with what in a command: {@code xshared.c}, {@code generic_opt_check} and the end of {@code do_parse}. */
final class CommandCheck {
    private static final Set<BaseOption> ALWAYS =
            EnumSet.of(BaseOption.TABLE, BaseOption.WAIT, BaseOption.IPV4, BaseOption.IPV6, BaseOption.VERBOSE);
    private static final Set<BaseOption> OF_RULE = EnumSet.range(BaseOption.SOURCE, BaseOption.MATCH);
    private static final Set<BaseOption> OF_LIST =
            EnumSet.of(BaseOption.NUMERIC, BaseOption.EXACT, BaseOption.LINE_NUMBERS);
    private static final Set<String> INCOMING = Set.of("PREROUTING", "INPUT");
    private static final Set<String> OUTGOING = Set.of("POSTROUTING", "OUTPUT");

    private final Input input;
    private final CommandParts parts;
    private final TableName table;

    CommandCheck(Input input, CommandParts parts, TableName table) {
        this.input = input;
        this.parts = parts;
        this.table = table;
    }

    void check() {
        checkNatDrop();
        if (parts.commands.isEmpty()) {
            throw input.problem(
                    Code.MISSING_VALUE, input.program(), "no command specified", "such as -A CHAIN, -D CHAIN or -L");
        }
        Set<BaseOption> legal = EnumSet.copyOf(ALWAYS);
        parts.commands.keySet().forEach(command -> legal.addAll(legal(command)));
        parts.options.forEach((option, word) -> checkLegal(legal, option, word));
        checkDevice(BaseOption.OUT, INCOMING, "packets have no way out there yet");
        checkDevice(BaseOption.IN, OUTGOING, "packets there are on their way out");
    }

    private void checkNatDrop() {
        Word policy = parts.commands.containsKey(BaseOption.POLICY) ? parts.second : null;
        Word end = parts.end().orElse(policy);
        if (table == TableName.NAT && end != null && end.is("DROP")) {
            throw input.problem(
                    Code.REFUSED,
                    end,
                    "The \"nat\" table is not intended for filtering, the use of DROP is therefore inhibited.",
                    "drop in table filter, or in raw or mangle for packets that come in");
        }
    }

    private void checkLegal(Set<BaseOption> legal, BaseOption option, Word word) {
        if (!legal.contains(option)) {
            throw input.problem(Code.SYNTAX, word, "Illegal option `" + option.written() + "' with this command");
        }
    }

    private Set<BaseOption> legal(BaseOption command) {
        boolean counted = command == BaseOption.APPEND || command == BaseOption.INSERT || command == BaseOption.REPLACE;
        Set<BaseOption> legal = EnumSet.noneOf(BaseOption.class);
        if (command.takesRule() && (command != BaseOption.DELETE || parts.number == 0)) {
            legal.addAll(OF_RULE);
        }
        if (counted || command == BaseOption.POLICY) {
            legal.add(BaseOption.COUNTERS);
        }
        if (command == BaseOption.LIST) {
            legal.addAll(OF_LIST);
        }
        return legal;
    }

    private void checkDevice(BaseOption option, Set<String> chains, String hint) {
        Word word = parts.options.get(option);
        Word chain = parts.chain;
        if (word == null || chain == null || !chains.contains(chain.text())) {
            return;
        }
        if (parts.commands.keySet().stream().anyMatch(BaseOption::takesRule)) {
            throw input.problem(Code.REFUSED, word, "Can't use " + option.written() + " with " + chain.text(), hint);
        }
    }
}
