package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;

/** Words of which the start is enough, in the order in which {@code ip} compares them. */
record Verbs(List<String> words) {
    static Verbs of(String... words) {
        return new Verbs(List.of(words));
    }

    /** The first word that begins so. */
    Optional<String> find(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : words.stream().filter(w -> w.startsWith(text)).findFirst();
    }
}
