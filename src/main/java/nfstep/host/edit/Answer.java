package nfstep.host.edit;

import java.util.List;
import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.source.Nearest;
import nfstep.source.Outcome;

/** What {@code ip} prints when the kernel refuses. */
final class Answer {
    private Answer() {}

    /** An error number without words of its own. */
    static <T> Outcome<T> errno(String words) {
        return Outcome.refused("RTNETLINK answers: " + words);
    }

    /** An error that the kernel explains. */
    static <T> Outcome<T> error(String words) {
        return Outcome.refused("Error: " + words);
    }

    static <T> Outcome<T> exists() {
        return errno("File exists");
    }

    /** The device of that name, or that there is none and which name is like it. */
    static Outcome<Link> device(Namespace host, String name) {
        return host.link(name)
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused("Cannot find device \"" + name + "\"" + suggestion(name, host.linkNames())));
    }

    /** A hint at a similar name, if there is one. */
    static String suggestion(String name, List<String> names) {
        Optional<String> similar = Nearest.among(name, names);
        return similar.map(n -> " (did you mean '" + n + "'?)").orElse("");
    }
}
