package nfstep.rules.xt;

import java.util.List;
import java.util.stream.Collectors;

/** The events that CT lets a connection and its expectations report; empty for all. No packet's way depends on them. */
record CtEvents(List<String> ofConnection, List<String> ofExpectation) {
    private static final List<String> CONNECTION = List.of(
            "new", "related", "destroy", "reply", "assured", "protoinfo", "helper", "mark", "natseqinfo", "secmark");
    private static final List<String> EXPECTATION = List.of("new");

    CtEvents {
        ofConnection = List.copyOf(ofConnection);
        ofExpectation = List.copyOf(ofExpectation);
    }

    /** Reads {@code --ctevents} and {@code --expevents}. */
    static CtEvents read(Reading reading) {
        return new CtEvents(words(reading, "ctevents", CONNECTION), words(reading, "expevents", EXPECTATION));
    }

    private static List<String> words(Reading reading, String option, List<String> known) {
        return reading.value(option, List.of(), use -> {
            List<String> words = List.of(use.word().split(",", -1));
            if (!known.containsAll(words)) {
                reading.refuse(use, "takes " + String.join(", ", known) + ", not " + Quoting.quote(use.word()));
            }
            return known.stream().filter(words::contains).toList();
        });
    }

    /** As iptables-save prints them, in the order of the kernel's bits. */
    String words(String start) {
        return Parts.join(words(start + "ctevents", ofConnection), words(start + "expevents", ofExpectation));
    }

    private static String words(String option, List<String> events) {
        return events.isEmpty() ? "" : events.stream().collect(Collectors.joining(",", option + " ", ""));
    }
}
