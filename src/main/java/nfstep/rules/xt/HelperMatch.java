package nfstep.rules.xt;

import nfstep.conntrack.Connection;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m helper}: compares the helper of the connection that the packet's connection was expected by. The control
 * connection itself has no master, so it never matches.
 *
 * <p>Source: iptables-extensions(8), "helper"; kernel {@code net/netfilter/xt_helper.c}, {@code helper_mt}.
 *
 * @param helper its name, empty for any
 */
public record HelperMatch(boolean inverted, String helper) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "helper",
            "Compares the helper of the connection that expected this one.",
            Options.of(OptionSpec.invertible("helper", "NAME  such as ftp")).needsOneOf("helper"),
            HelperMatch::read);

    private static final int MOST = 30;

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("helper");
        if (use.word().length() >= MOST) {
            reading.refuse(use, "takes up to 29 letters, not " + Quoting.quote(use.word()));
        }
        return reading.made(() -> new HelperMatch(use.inverted(), use.word()));
    }

    @Override
    public String name() {
        return "helper";
    }

    @Override
    public boolean matches(MatchContext context) {
        String seen = seen(context);
        boolean named = helper.isEmpty() || helper.startsWith(seen);
        return (!seen.isEmpty() && named) != inverted;
    }

    /** The name that was asked for may go on behind that of the helper: {@code strncmp} with the helper's length. */
    private static String seen(MatchContext context) {
        Connection connection = context.connection();
        return connection == null ? "" : connection.assistance().expectedBy();
    }

    @Override
    public Evidence explain(MatchContext context) {
        String seen = seen(context);
        String nobody = context.connection() == null ? "no connection" : "a connection that no other one expected";
        return new Evidence(toSyntax(), seen.isEmpty() ? nobody : "a connection that " + seen + " expected");
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public String options() {
        return Parts.option(inverted, "helper", Quoting.word(helper));
    }

    @Override
    public String listing(boolean numeric) {
        return "helper match " + (inverted ? "! " : "") + '"' + helper + '"';
    }
}
