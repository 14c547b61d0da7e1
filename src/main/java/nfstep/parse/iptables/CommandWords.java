package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads what stands behind {@code -A}, {@code -D}, {@code -L} and the other commands. */
final class CommandWords {
    private final Input input;
    private final Arguments arguments;
    private final CommandParts parts;
    private final Values values;

    CommandWords(Input input, Arguments arguments, CommandParts parts) {
        this.input = input;
        this.arguments = arguments;
        this.parts = parts;
        this.values = new Values(input);
    }

    void take(Argument.Base argument) {
        add(argument);
        Optional<Word> chain = argument.value().or(arguments::word);
        chain.ifPresent(it -> parts.chain = it);
        switch (argument.option()) {
            case DELETE, LIST, LIST_RULES -> arguments.word().ifPresent(it -> parts.number = values.ruleNumber(it));
            case ZERO -> arguments.word().ifPresent(this::zeroRule);
            case INSERT ->
                parts.number = arguments.word().map(values::ruleNumber).orElse(1);
            case REPLACE ->
                parts.number = arguments
                        .word()
                        .map(values::ruleNumber)
                        .orElseThrow(() -> missing(argument, "-R requires a rule number"));
            case RENAME_CHAIN ->
                parts.second = arguments
                        .word()
                        .orElseThrow(() -> missing(argument, "-E requires old-chain-name and new-chain-name"));
            case POLICY ->
                parts.second =
                        arguments.word().orElseThrow(() -> missing(argument, "-P requires a chain and a policy"));
            default -> {
                // nothing but the chain
            }
        }
    }

    /** As iptables does it: a number behind {@code -Z} makes it forget an {@code -L} or {@code -S} before it. */
    private void zeroRule(Word word) {
        parts.number = values.ruleNumber(word);
        parts.commands.remove(BaseOption.LIST);
        parts.commands.remove(BaseOption.LIST_RULES);
    }

    private void add(Argument.Base argument) {
        BaseOption option = argument.option();
        for (BaseOption other : parts.commands.keySet()) {
            if (other == option || !goTogether(option, other)) {
                throw input.problem(
                        Code.SYNTAX,
                        argument.at(),
                        "Cannot use " + option.written() + " with " + other.written(),
                        "give one command at a time");
            }
        }
        parts.commands.put(option, argument.at());
    }

    private static boolean goTogether(BaseOption a, BaseOption b) {
        return (a == BaseOption.ZERO && isListing(b)) || (b == BaseOption.ZERO && isListing(a));
    }

    private static boolean isListing(BaseOption option) {
        return option == BaseOption.LIST || option == BaseOption.LIST_RULES;
    }

    private Problem missing(Argument.Base argument, String message) {
        return input.problem(Code.MISSING_VALUE, argument.at(), message);
    }
}
