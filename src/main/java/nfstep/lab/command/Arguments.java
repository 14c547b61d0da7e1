package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;
import nfstep.source.Code;

/** The words of a command, told apart into options and operands. */
final class Arguments {
    private record Use(String name, Options.Option option, Word value) {}

    private final CommandLine line;
    private final List<Use> uses = new ArrayList<>();
    private final List<Word> operands = new ArrayList<>();

    Arguments(CommandLine line) {
        this.line = line;
    }

    CommandLine line() {
        return line;
    }

    void add(String name, Options.Option option, Word value) {
        uses.add(new Use(name, option, value));
    }

    void operand(Word word) {
        operands.add(word);
    }

    List<Word> operands() {
        return List.copyOf(operands);
    }

    /** The operand with that number, which must be there. */
    Word operand(int index, String expected) {
        return index < operands.size()
                ? operands.get(index)
                : line.word(line.words().size(), expected);
    }

    /** Refuses operands beyond that many. */
    void atMost(int count) {
        if (operands.size() > count) {
            throw line.problem(Code.SYNTAX, operands.get(count), "one word too many");
        }
    }

    boolean has(String name) {
        return uses.stream().anyMatch(u -> u.option().names().contains(name));
    }

    /** The value of an option, the last one if it is given more than once. */
    Optional<Word> value(String name) {
        List<Word> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<Word> values(String name) {
        return uses.stream()
                .filter(u -> u.option().names().contains(name))
                .map(Use::value)
                .toList();
    }

    /** The value of an option as a whole number, or what stands for it if it is not given. */
    int number(String name, Numbers range, int otherwise) {
        return value(name).map(word -> range.read(line, word)).orElse(otherwise);
    }

    /** The value of an option as an address. */
    Optional<IpAddress> address(String name) {
        return value(name).map(word -> Values.address(line, word));
    }
}
