package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** The options that a command takes, and how they are read from its words: getopt_long(3). */
final class Options {
    /**
     * One option.
     *
     * @param names with their dashes, such as {@code -c} or {@code --count}
     * @param valued whether a value follows
     * @param optional whether a value may follow
     */
    record Option(List<String> names, boolean valued, boolean optional) {}

    private final List<Option> known = new ArrayList<>();
    private boolean operandsEnd;

    /** No option yet. */
    static Options none() {
        return new Options();
    }

    /** One more option, without a value. */
    Options flag(String... names) {
        known.add(new Option(List.of(names), false, false));
        return this;
    }

    /** One more option, with a value. */
    Options valued(String... names) {
        known.add(new Option(List.of(names), true, false));
        return this;
    }

    /** One more option, with a value that may be missing. */
    Options optional(String... names) {
        known.add(new Option(List.of(names), false, true));
        return this;
    }

    /** Whatever follows the first operand is an operand too. */
    Options upToOperand() {
        operandsEnd = true;
        return this;
    }

    /** Reads the words of a command from that one on. */
    Arguments read(CommandLine line, int from) {
        Arguments arguments = new Arguments(line);
        for (int i = from; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            if (word.is("--")) {
                line.words().subList(i + 1, line.words().size()).forEach(arguments::operand);
                return arguments;
            }
            if (!word.text().startsWith("-") || word.is("-")) {
                arguments.operand(word);
                if (operandsEnd) {
                    line.words().subList(i + 1, line.words().size()).forEach(arguments::operand);
                    return arguments;
                }
            } else {
                i = word.text().startsWith("--") ? longOption(arguments, i) : shortOptions(arguments, i);
            }
        }
        return arguments;
    }

    private int longOption(Arguments arguments, int at) {
        Word word = arguments.line().words().get(at);
        int equals = word.text().indexOf('=');
        String name = equals < 0 ? word.text() : word.text().substring(0, equals);
        Option option = find(arguments.line(), word, name);
        if (option.optional() && equals >= 0) {
            String hint = "write " + name + " " + word.text().substring(equals + 1);
            String what = "a value that is joined to " + name + " is ignored";
            throw arguments.line().problem(Code.BAD_VALUE, word, what, hint);
        }
        if (!option.valued() && equals >= 0) {
            throw arguments.line().problem(Code.BAD_VALUE, word, name + " takes no value");
        }
        if (equals < 0 && takesNext(option, arguments.line(), at)) {
            arguments.add(name, option, value(arguments.line(), at + 1, name));
            return at + 1;
        }
        arguments.add(name, option, equals < 0 ? word : new Word(word.text().substring(equals + 1), word.span()));
        return at;
    }

    /** {@code -nq} is two options, {@code -c4} one with its value. */
    private int shortOptions(Arguments arguments, int at) {
        Word word = arguments.line().words().get(at);
        for (int i = 1; i < word.text().length(); i++) {
            String name = "-" + word.text().charAt(i);
            Option option = find(arguments.line(), word, isWhole(word) ? word.text() : name);
            if (isWhole(word)) {
                return whole(arguments, option, at);
            }
            if (option.valued() && i + 1 < word.text().length()) {
                arguments.add(name, option, new Word(word.text().substring(i + 1), word.span()));
                return at;
            }
            if (takesNext(option, arguments.line(), at)) {
                arguments.add(name, option, value(arguments.line(), at + 1, name));
                return at + 1;
            }
            arguments.add(name, option, word);
        }
        return at;
    }

    private static boolean takesNext(Option option, CommandLine line, int at) {
        boolean follows =
                at + 1 < line.words().size() && !line.words().get(at + 1).text().startsWith("-");
        return option.valued() || (option.optional() && follows);
    }

    /** Whether the word is the name of a long option with one dash, as Go programs have them. */
    private boolean isWhole(Word word) {
        return word.text().length() > 2
                && known.stream().anyMatch(o -> o.names().contains(word.text()));
    }

    private int whole(Arguments arguments, Option option, int at) {
        Word word = arguments.line().words().get(at);
        boolean valued = option.valued();
        arguments.add(word.text(), option, valued ? value(arguments.line(), at + 1, word.text()) : word);
        return valued ? at + 1 : at;
    }

    private static Word value(CommandLine line, int at, String option) {
        return line.word(at, "the value of " + option);
    }

    private Option find(CommandLine line, Word word, String name) {
        Optional<Option> option =
                known.stream().filter(o -> o.names().contains(name)).findFirst();
        if (option.isPresent()) {
            return option.get();
        }
        List<String> names = known.stream().flatMap(o -> o.names().stream()).toList();
        String message = line.name().text() + " has no option " + name;
        List<String> firsts = known.stream().map(o -> o.names().get(0)).toList();
        String all = firsts.isEmpty() ? "it has no options" : "it has " + String.join(", ", firsts);
        Optional<String> near = name.length() > 3 ? Nearest.among(name, names) : Optional.empty();
        throw line.problem(
                Code.UNKNOWN_OPTION,
                word,
                message,
                near.map(n -> "did you mean '" + n + "'?").orElse(all));
    }
}
