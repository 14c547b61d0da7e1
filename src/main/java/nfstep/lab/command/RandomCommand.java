package nfstep.lab.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.parse.Word;
import nfstep.rules.Chance;
import nfstep.source.Code;
import nfstep.source.Nearest;
import nfstep.state.Change;
import nfstep.state.DrawKind;

/** {@code random KIND VALUE...}: says what is drawn next at random. A kernel draws what it likes. */
final class RandomCommand {
    private static final List<String> KINDS =
            Arrays.stream(DrawKind.values()).map(DrawKind::word).toList();

    static final LabCommand COMMAND = new LabCommand(
            "random",
            "random " + String.join("|", KINDS) + " VALUE ...",
            "says what is drawn next at random in this namespace, a value for each draw",
            "random nat 40000",
            RandomCommand::read);

    private RandomCommand() {}

    private static Action read(CommandLine line) {
        DrawKind kind = kind(line, line.word(1, "what is drawn, one of " + String.join(", ", KINDS) + ","));
        line.word(2, "a value");
        List<Word> words = line.words().subList(2, line.words().size());
        List<Long> values = words.stream().map(word -> value(line, kind, word)).toList();
        return session -> {
            session.chosen().add(line, words);
            session.emit(new CommandEvent.Booked(
                    "what " + kind.where() + " next: "
                            + String.join(", ", words.stream().map(Word::text).toList()),
                    List.of(new Change.DrawsChosen(line.namespace(), kind, values))));
            return Optional.empty();
        };
    }

    private static long value(CommandLine line, DrawKind kind, Word word) {
        return kind == DrawKind.STATISTIC
                ? chance(line, word)
                : new Numbers("random " + kind.word(), kind.least(), kind.most()).readLong(line, word);
    }

    private static long chance(CommandLine line, Word word) {
        return Chance.parse(word.text())
                .map(Chance::parts)
                .filter(parts -> parts < Chance.ONE)
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "random statistic: '" + word.text() + "' is not a number from 0 to 0.9999999995",
                        "write one like 0.3: a rule matches if it is below its --probability"));
    }

    private static DrawKind kind(CommandLine line, Word word) {
        return Arrays.stream(DrawKind.values())
                .filter(kind -> word.is(kind.word()))
                .findFirst()
                .orElseThrow(() -> line.problem(
                        Code.UNKNOWN_NAME,
                        word,
                        "random knows no '" + word.text() + "'",
                        Nearest.among(word.text(), KINDS)
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse("write one of " + String.join(", ", KINDS))));
    }
}
