package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.Counter;
import nfstep.source.Code;

/** Reads the options of iptables itself that are no commands. */
final class OptionWords {
    private final Input input;
    private final Arguments arguments;
    private final CommandParts parts;
    private final ExtensionWords extensions;
    private final Values values;

    OptionWords(Input input, Arguments arguments, CommandParts parts, ExtensionWords extensions) {
        this.input = input;
        this.arguments = arguments;
        this.parts = parts;
        this.extensions = extensions;
        this.values = new Values(input);
    }

    void take(Argument.Base argument, boolean inverted) {
        BaseOption option = argument.option();
        checkUse(argument, inverted);
        checkWhole(argument);
        parts.options.put(option, argument.value().orElse(argument.at()));
        if (inverted) {
            parts.inverted.add(option);
        }
        switch (option) {
            case PROTOCOL -> protocol(word(argument), inverted);
            case MATCH -> extensions.match(word(argument));
            case JUMP -> extensions.jump(word(argument));
            case GOTO -> values.target(word(argument));
            case COUNTERS -> counters(argument);
            case WAIT -> waiting(argument.at(), argument.value().or(arguments::word));
            case FRAGMENT, IPV4, IPV6 -> family(argument);
            case TABLE -> table(argument);
            case WAIT_INTERVAL, MODPROBE, HELP ->
                throw input.problem(Code.UNKNOWN_OPTION, argument.at(), "nfstep does not take " + option.written());
            default -> {
                // its word is looked at together with the others
            }
        }
    }

    private static Word word(Argument.Base argument) {
        return argument.value().orElseThrow();
    }

    /** {@code set_option}. */
    private void checkUse(Argument.Base argument, boolean inverted) {
        BaseOption option = argument.option();
        boolean end = option == BaseOption.JUMP || option == BaseOption.GOTO;
        boolean twice = parts.has(option) || (end && parts.end().isPresent());
        if (twice && !option.isRepeatable()) {
            String letter = option == BaseOption.GOTO ? BaseOption.JUMP.written() : option.written();
            throw input.problem(Code.SYNTAX, argument.at(), "multiple " + letter + " flags not allowed");
        }
        if (inverted && option == BaseOption.MATCH) {
            throw input.problem(
                    Code.SYNTAX, argument.at(), "unexpected ! flag before --match", "write the ! before its options");
        }
        if (inverted && !option.isInvertible()) {
            throw input.problem(Code.SYNTAX, argument.at(), "cannot have ! before " + option.written());
        }
    }

    /** A device can be called {@code -ieth0}; nothing else can. */
    private void checkWhole(Argument.Base argument) {
        BaseOption option = argument.option();
        if (!option.takesWholeWord() || option == BaseOption.IN || option == BaseOption.OUT) {
            return;
        }
        Word word = word(argument);
        if (word.text().startsWith("-") && word.equals(argument.at())) {
            throw input.problem(
                    Code.BAD_VALUE,
                    argument.at(),
                    "iptables takes all of `" + argument.at().text() + "' for what stands behind " + option.written(),
                    "write a blank between option and value");
        }
    }

    private void protocol(Word word, boolean inverted) {
        parts.protocol = values.protocol(word);
        if (parts.protocol == 0 && inverted) {
            throw input.problem(Code.BAD_VALUE, word, "rule would never match protocol");
        }
    }

    /** Packets and bytes as two words, or as one with a comma. */
    private void counters(Argument.Base argument) {
        Word first = word(argument);
        int comma = first.text().indexOf(',', 1);
        Word packets = comma < 0 ? first : new Word(first.text().substring(0, comma), first.span());
        Optional<Word> bytes =
                comma < 0 ? arguments.word() : Optional.of(new Word(first.text().substring(comma + 1), first.span()));
        Word second = bytes.orElseThrow(() -> input.problem(
                Code.MISSING_VALUE, argument.at(), "-c requires packet and byte counter", "write -c PACKETS BYTES"));
        parts.counter = new Counter(values.counter(packets, "packet"), values.counter(second, "byte"));
    }

    private void waiting(Word at, Optional<Word> seconds) {
        if (input.restore()) {
            throw input.problem(Code.UNKNOWN_OPTION, at, "You cannot use `-w' from iptables-restore");
        }
        seconds.ifPresent(it -> {
            String digits = it.text().startsWith("-") ? it.text().substring(1) : it.text();
            if (Numbers.upTo(digits, Integer.MAX_VALUE).isEmpty()) {
                throw input.problem(Code.BAD_VALUE, it, "wait seconds not numeric");
            }
        });
    }

    private void family(Argument.Base argument) {
        boolean v4 = input.family() == IpFamily.IPV4;
        if (argument.option() == BaseOption.FRAGMENT && !v4) {
            throw input.problem(
                    Code.UNKNOWN_OPTION, argument.at(), "`-f' is not supported in IPv6, use -m frag instead");
        }
        if (argument.option() == (v4 ? BaseOption.IPV6 : BaseOption.IPV4)) {
            if (input.restore()) {
                parts.foreign = true;
                return;
            }
            String other = v4 ? "ip6tables" : "iptables";
            throw input.problem(Code.SYNTAX, argument.at(), argument.at().text() + " is for " + other, "call " + other);
        }
    }

    private void table(Argument.Base argument) {
        if (input.restore()) {
            throw input.problem(
                    Code.SYNTAX,
                    argument.at(),
                    "The -t option cannot be used in iptables-restore",
                    "the table is the one of the line that begins with *");
        }
        Tables.read(input, word(argument));
    }
}
