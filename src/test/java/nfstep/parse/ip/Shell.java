package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.parse.Word;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;
import nfstep.state.World;

/** Runs lines of {@code ip} and {@code sysctl} commands in the model, and keeps what they print. */
final class Shell {
    private final List<String> changes = new ArrayList<>();
    private Network network = Network.bare();

    /** The changes that were made, as their canonical commands. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    Network network() {
        return network;
    }

    /** Runs lines; a line that is refused is a mistake of the test. */
    Shell run(String... lines) {
        for (String line : lines) {
            Outcome<String> outcome = attempt(line);
            if (outcome.refusal().isPresent()) {
                throw new AssertionError(line + ": " + outcome.refusal().get());
            }
        }
        return this;
    }

    /** What a line prints, or its refusal or problem. */
    String say(String line) {
        Outcome<String> outcome = attempt(line);
        return outcome.value().orElseGet(() -> outcome.refusal().orElseThrow() + "\n");
    }

    Outcome<String> attempt(String line) {
        return attempt(new SourceText("lab", line), Network.HOST, words(line));
    }

    private Outcome<String> attempt(SourceText source, String namespace, List<Word> words) {
        Parsed<IpCommand> read =
                words.get(0).is("sysctl") ? Sysctl.read(source, namespace, words) : Ip.read(source, namespace, words);
        if (!read.ok()) {
            return Outcome.refused(read.render());
        }
        IpCommand command = read.orElseThrow();
        if (command instanceof IpCommand.Exec exec) {
            return attempt(source, exec.namespace(), exec.words());
        }
        return command instanceof IpCommand.Show show
                ? show.query().answer(World.initial().with(network))
                : change((IpCommand.Change) command);
    }

    private Outcome<String> change(IpCommand.Change change) {
        Network before = network;
        for (NetworkEdit edit : change.edits()) {
            Outcome<Network> after = edit.applyTo(network);
            if (after.refusal().isPresent()) {
                network = before;
                return Outcome.refused(after.refusal().get());
            }
            network = after.orElseThrow();
        }
        change.edits().forEach(edit -> changes.add(NetworkEditText.print(edit)));
        return Outcome.done(change.output());
    }

    static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        for (String part : line.split(" ", -1)) {
            if (!part.isEmpty()) {
                words.add(new Word(part, new Span(1, at + 1, part.length())));
            }
            at += part.length() + 1;
        }
        return words;
    }
}
