package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads the words of a command one by one: {@code xshared.c}, {@code do_parse}. */
final class CommandReader {
    private final Input input;
    private final Arguments arguments;
    private final CommandParts parts = new CommandParts();
    private final CommandWords commands;
    private final OptionWords options;
    private final ExtensionWords extensions;
    private Optional<Word> bang = Optional.empty();

    CommandReader(Input input) {
        this.input = input;
        Vocabulary vocabulary = new Vocabulary(input.family());
        this.arguments = new Arguments(input, vocabulary);
        this.commands = new CommandWords(input, arguments, parts);
        this.extensions = new ExtensionWords(input, arguments, parts, vocabulary);
        this.options = new OptionWords(input, arguments, parts, extensions);
    }

    CommandParts read() {
        while (arguments.hasNext() && !parts.foreign) {
            if (take(arguments.next())) {
                bang = Optional.empty();
            }
        }
        if (!parts.foreign) {
            checkEnd();
        }
        return parts;
    }

    private void checkEnd() {
        arguments.behindEnd().ifPresent(it -> {
            throw input.problem(Code.SYNTAX, it, "unknown arguments found on commandline");
        });
        bang.ifPresent(it -> {
            throw input.problem(Code.SYNTAX, it, "nothing appropriate following !");
        });
    }

    /** The answer is whether a {@code !} before it is used up. */
    private boolean take(Argument argument) {
        if (argument instanceof Argument.Base it) {
            return base(it);
        }
        if (argument instanceof Argument.Extra it) {
            extensions.use(it, bang.isPresent());
            return true;
        }
        if (argument instanceof Argument.Plain it) {
            return plain(it.at());
        }
        if (extensions.loadForProtocol(argument.at())) {
            arguments.again();
            return false;
        }
        throw argument instanceof Argument.Incomplete
                ? input.problem(
                        Code.MISSING_VALUE,
                        argument.at(),
                        "option \"" + argument.at().text() + "\" requires an argument")
                : extensions.unknown((Argument.Unknown) argument);
    }

    private boolean base(Argument.Base argument) {
        if (argument.option().isCommand()) {
            bang.ifPresent(it -> {
                throw input.problem(Code.SYNTAX, it, "unexpected '!' flag", "a command cannot be turned round");
            });
            commands.take(argument);
        } else {
            options.take(argument, bang.isPresent());
        }
        return true;
    }

    private boolean plain(Word word) {
        if (!word.is("!")) {
            throw input.problem(Code.SYNTAX, word, "Bad argument `" + word.text() + "'", plainHint(word));
        }
        if (bang.isPresent()) {
            throw input.problem(Code.SYNTAX, word, "multiple consecutive ! not allowed");
        }
        bang = Optional.of(word);
        return false;
    }

    private String plainHint(Word word) {
        boolean old = parts.options.values().stream().anyMatch(it -> it.is("!"));
        return old
                ? "write the ! before the option: ! -s " + word.text()
                : "no option takes this word; options begin with - or --";
    }
}
