package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.SourceText;

/**
 * A command of {@code ip} once its options are read.
 *
 * @param namespace where it runs
 * @param family the one that an option names
 * @param shape how it lists what it shows
 * @param object the word that says what it is about
 * @param words after the object
 */
record Call(
        SourceText source, String namespace, Optional<IpFamily> family, Shape shape, Word object, List<Word> words) {
    /** Problems of this command. */
    Problems problems() {
        return new Problems(source, words.isEmpty() ? object : words.get(words.size() - 1));
    }

    /** The words after the verb. */
    List<Word> rest() {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /** The verb; showing is what {@code ip} does without one. */
    Optional<String> verb(String name, Verbs verbs, Problems problems) {
        if (words.isEmpty()) {
            return Optional.of("show");
        }
        Optional<String> verb = verbs.find(words.get(0).text());
        if (verb.isEmpty()) {
            String message = "Command \"" + words.get(0).text() + "\" is unknown, try \"ip " + name + " help\"";
            problems.unknown(words.get(0), Code.UNKNOWN_COMMAND, message, verbs.words());
        }
        return verb;
    }

    Values values(Problems problems) {
        return new Values(problems, family);
    }
}
