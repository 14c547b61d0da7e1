package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.rules.Match;
import nfstep.rules.Target;
import nfstep.source.Outcome;

/** A rule with one extension, as the lists of rules have it: {@code [6] table/CHAIN OPTIONS}. */
record Asked(Written place, String spec) {
    static Asked of(String line) {
        boolean six = line.startsWith("6 ");
        String rest = six ? line.substring(2) : line;
        int blank = rest.indexOf(' ');
        Written place = Written.in(rest.substring(0, blank));
        IpFamily family = six ? IpFamily.IPV6 : IpFamily.IPV4;
        return new Asked(new Written(family, place.table(), place.chain()), rest.substring(blank + 1));
    }

    boolean isTarget() {
        return spec.contains("-j ");
    }

    Outcome<Target> target() {
        return place.readTarget(spec);
    }

    Outcome<Match> match() {
        return place.readMatch(spec);
    }

    String answer() {
        return isTarget()
                ? target().value()
                        .map(t -> answer(t.toSyntax(), t.listing(false), t.listing(true)))
                        .orElse("    refused\n")
                : match().value()
                        .map(m -> answer(m.toSyntax(), m.listing(false), m.listing(true)))
                        .orElse("    refused\n");
    }

    private String answer(String saved, String listed, String numeric) {
        return "    saved   " + place.saved(spec) + saved + "\n    listed  " + listed + "\n    numeric " + numeric
                + "\n";
    }

    boolean needsConntrack() {
        return isTarget()
                ? target().orElseThrow().needsConntrack()
                : match().orElseThrow().needsConntrack();
    }

    String refusal() {
        return (isTarget() ? target().refusal() : match().refusal()).orElse("");
    }
}
