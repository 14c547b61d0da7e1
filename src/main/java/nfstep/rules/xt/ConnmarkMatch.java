package nfstep.rules.xt;

import nfstep.conntrack.Connection;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m connmark}: compares the mark of the packet's connection; a packet without one never matches.
 *
 * <p>Source: iptables-extensions(8), "connmark"; kernel {@code net/netfilter/xt_connmark.c}, {@code connmark_mt}.
 */
public record ConnmarkMatch(boolean inverted, MarkMask mark) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "connmark",
            "Compares the mark of the packet's connection.",
            Options.of(OptionSpec.invertible("mark", "VALUE[/MASK]  the bits of the mask are those of the value"))
                    .needsOneOf("mark"),
            ConnmarkMatch::read);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("mark");
        MarkMask mark = MarkMask.read(reading, use);
        return reading.made(() -> new ConnmarkMatch(use.inverted(), mark));
    }

    @Override
    public String name() {
        return "connmark";
    }

    @Override
    public boolean matches(MatchContext context) {
        Connection connection = context.connection();
        return connection != null && mark.holds(connection.mark()) != inverted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        Connection connection = context.connection();
        String seen = connection == null ? "no connection" : "connection mark " + MarkMask.hex(connection.mark());
        return new Evidence(toSyntax(), seen);
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public String options() {
        return Parts.option(inverted, "mark", mark.text());
    }

    @Override
    public String listing(boolean numeric) {
        return "connmark match " + (inverted ? "!" : "") + " " + mark.text();
    }
}
