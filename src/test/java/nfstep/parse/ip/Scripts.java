package nfstep.parse.ip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nfstep.source.Outcome;

/** Scripts of {@code ip} and {@code sysctl} commands that run in the model and on a kernel. */
final class Scripts {
    private Scripts() {}

    static List<String> names() {
        return List.of(
                "links",
                "bridges",
                "addresses",
                "address-manners",
                "routes",
                "lookups",
                "rules",
                "suppressed",
                "ipv6",
                "disabled",
                "settings",
                "neighbours");
    }

    static List<String> lines(String script) {
        try (InputStream in = Scripts.class.getResourceAsStream("/parse/ip/" + script + ".sh")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command printed, and whether it was done. */
    static String answer(Outcome<String> outcome) {
        Optional<String> refusal = outcome.refusal();
        return refusal.isPresent() ? refusal.get().strip() + "\nrefused" : outcome.orElseThrow() + "done";
    }
}
