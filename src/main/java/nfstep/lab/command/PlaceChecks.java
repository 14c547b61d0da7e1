package nfstep.lab.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code expect delivered}, {@code dropped} and {@code hits}: where packets came to. */
final class PlaceChecks {
    private static final Numbers HITS = new Numbers("count", 0, 1_000_000_000);

    private PlaceChecks() {}

    static ExpectCommand.Check delivered(CommandLine line) {
        String namespace = line.word(2, "the namespace").text();
        Options.none().read(line, 1).atMost(2);
        return session -> {
            List<PathEvent.Delivered> all =
                    session.recent().all(PathEvent.Delivered.class).toList();
            boolean holds = all.stream().anyMatch(d -> d.at().namespace().equals(namespace));
            return new Session.Verdict(holds, endings(session.recent()));
        };
    }

    static ExpectCommand.Check dropped(CommandLine line) {
        Word last = line.word(line.words().size() > 3 ? 3 : 2, "where");
        Options.none().read(line, 1).atMost(3);
        String namespace = line.words().size() > 3 ? line.words().get(2).text() : line.namespace();
        Predicate<String> place = RulePlace.isOne(last) ? RulePlace.read(line, last)::covers : last.text()::equals;
        return session -> {
            boolean holds = session.recent()
                    .all(PathEvent.Dropped.class)
                    .anyMatch(d -> d.at().namespace().equals(namespace) && place.test(d.place()));
            return new Session.Verdict(holds, endings(session.recent()));
        };
    }

    /** Where the packets ended, in words. */
    private static String endings(Recent recent) {
        String dropped = recent.all(PathEvent.Dropped.class)
                .map(d -> "dropped in " + d.at().namespace() + " by " + d.place())
                .distinct()
                .collect(joining(", "));
        String delivered = recent.all(PathEvent.Delivered.class)
                .map(d -> "delivered in " + d.at().namespace())
                .distinct()
                .collect(joining(", "));
        String both = dropped + (dropped.isEmpty() || delivered.isEmpty() ? "" : ", ") + delivered;
        return both.isEmpty() ? "no packet came to an end" : both;
    }

    static ExpectCommand.Check hits(CommandLine line) {
        Word word = line.word(2, "the rule");
        RulePlace place = RulePlace.read(line, word);
        int count = HITS.read(line, line.word(3, "how often"));
        Options.none().read(line, 1).atMost(3);
        if (place.number().isEmpty() && !place.policy()) {
            throw line.problem(Code.MISSING_VALUE, word, "which rule? write " + word.text() + ":1 or :policy");
        }
        return session -> {
            long seen = place.policy() ? policyHits(session, line, place) : ruleHits(session, line, place);
            return new Session.Verdict(seen == count, "it was hit " + seen + (seen == 1 ? " time" : " times"));
        };
    }

    private static long ruleHits(Session session, CommandLine line, RulePlace place) {
        return session.recent()
                .all(RuleEvent.RuleMatched.class)
                .filter(e ->
                        isThere(e, line, place) && e.number() == place.number().orElse(0))
                .count();
    }

    private static long policyHits(Session session, CommandLine line, RulePlace place) {
        return session.recent()
                .all(RuleEvent.PolicyApplied.class)
                .filter(e -> isThere(e, line, place))
                .count();
    }

    private static boolean isThere(RuleEvent event, CommandLine line, RulePlace place) {
        return event.at().namespace().equals(line.namespace())
                && event.chain().table() == place.table()
                && event.chain().chain().equals(place.chain());
    }
}
