package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.xt.Extensions;
import nfstep.source.Code;

/** Reads the words behind the options of iptables itself. */
final class Values {
    /** {@code XT_EXTENSION_MAXNAMELEN}. */
    private static final int NAME_LIMIT = 29;
    /** {@code IFNAMSIZ}. */
    private static final int DEVICE_LIMIT = 16;

    private static final List<String> VERDICTS = List.of("ACCEPT", "DROP", "QUEUE", "RETURN");

    private final Input input;

    Values(Input input) {
        this.input = input;
    }

    /** {@code xtables_parse_protocol}. */
    int protocol(Word word) {
        String name = word.text().toLowerCase(Locale.ROOT);
        OptionalLong number = Numbers.upTo(name, 255);
        if (number.isPresent()) {
            return (int) number.getAsLong();
        }
        OptionalInt known = Protocols.number(name);
        return known.orElseThrow(() -> input.unknown(
                Code.BAD_VALUE,
                word,
                "unknown protocol \"" + word.text() + "\" specified",
                List.of("tcp", "udp", "icmp", "icmpv6", "all", "sctp", "udplite", "esp", "ah", "gre")));
    }

    /** {@code xtables_parse_interface}. */
    InterfaceMatch device(Word word) {
        String name = word.text();
        if (name.isEmpty()) {
            throw input.problem(Code.BAD_VALUE, word, "Empty interface is likely to be undesired");
        }
        if (name.length() >= DEVICE_LIMIT) {
            throw input.problem(
                    Code.BAD_VALUE,
                    word,
                    "interface name `" + name + "' must be shorter than IFNAMSIZ (" + (DEVICE_LIMIT - 1) + ")");
        }
        if (!isWord(name)) {
            throw input.problem(Code.BAD_VALUE, word, "no interface can be called `" + name + "'");
        }
        return new InterfaceMatch(name);
    }

    /** {@code parse_rulenumber}. */
    int ruleNumber(Word word) {
        OptionalLong number = Numbers.upTo(word.text(), Integer.MAX_VALUE);
        if (number.isEmpty() || number.getAsLong() == 0) {
            throw input.problem(
                    Code.BAD_VALUE, word, "Invalid rule number `" + word.text() + "'", "rules are counted from 1");
        }
        return (int) number.getAsLong();
    }

    /** The name of a chain that a command is about. */
    String chain(Word word) {
        return checkLength(word).text();
    }

    /** The name of a chain to be made: {@code assert_valid_chain_name}. */
    String newChain(Word word) {
        String name = checkLength(word).text();
        if (name.startsWith("-") || name.startsWith("!")) {
            throw input.problem(Code.BAD_VALUE, word, "chain name not allowed to start with `" + name.charAt(0) + "'");
        }
        if (isTarget(name)) {
            throw input.problem(Code.BAD_VALUE, word, "chain name may not clash with target name");
        }
        if (!isWord(name)) {
            throw input.problem(Code.BAD_VALUE, word, "Invalid chain name `" + name + "'");
        }
        return name;
    }

    /** What stands behind {@code -j} or {@code -g}: {@code xt_parse_target}. */
    String target(Word word) {
        String name = word.text();
        if (name.isEmpty()) {
            throw input.problem(Code.BAD_VALUE, word, "Invalid target name (too short)");
        }
        if (name.length() >= NAME_LIMIT) {
            throw input.problem(
                    Code.BAD_VALUE, word, "Invalid target name `" + name + "' (" + (NAME_LIMIT - 1) + " chars max)");
        }
        if (!isWord(name)) {
            throw input.problem(Code.BAD_VALUE, word, "Invalid target name `" + name + "'");
        }
        return name;
    }

    /** A counter of packets or bytes behind {@code -c}. */
    long counter(Word word, String which) {
        OptionalLong number = Numbers.decimal(word.text());
        return number.orElseThrow(() -> input.problem(Code.BAD_VALUE, word, "-c " + which + " counter not numeric"));
    }

    /** All names that can stand behind {@code -j} without a chain of that name. */
    List<String> targets() {
        List<String> names = new ArrayList<>(VERDICTS);
        names.addAll(Extensions.targetNames(input.family()));
        return names;
    }

    private boolean isTarget(String name) {
        return name.isEmpty()
                || VERDICTS.contains(name)
                || Extensions.target(name, input.family()).isPresent();
    }

    /** Without a double quote, too, which iptables-save could not print so that it can be read again. */
    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isWhitespace(name.charAt(i)) || name.charAt(i) == '"') {
                return false;
            }
        }
        return true;
    }

    private Word checkLength(Word word) {
        if (word.text().length() < NAME_LIMIT) {
            return word;
        }
        throw input.problem(
                Code.BAD_VALUE,
                word,
                "chain name `" + word.text() + "' too long (must be under " + NAME_LIMIT + " chars)");
    }
}
