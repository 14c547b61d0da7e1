package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m comment}: holds for every packet; carries a text.
 *
 * <p>Source: iptables-extensions(8), "comment"; kernel {@code net/netfilter/xt_comment.c}, {@code comment_mt}.
 */
public record CommentMatch(String comment) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "comment",
            "Keeps a text with the rule.",
            Options.of(OptionSpec.of("comment", "TEXT  up to 255 bytes; the rest is cut off"))
                    .needsOneOf("comment"),
            CommentMatch::read);

    private static final int MOST = 255;

    private static Outcome<Match> read(Reading reading) {
        String text = reading.value("comment", "", OptionUse::word);
        return reading.made(() -> new CommentMatch(Quoting.cut(text, MOST)));
    }

    @Override
    public String name() {
        return "comment";
    }

    @Override
    public boolean matches(MatchContext context) {
        return true;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "a comment, which every packet fulfils");
    }

    @Override
    public String options() {
        return "--comment " + Quoting.word(comment);
    }

    @Override
    public String listing(boolean numeric) {
        return "/* " + comment + " */";
    }
}
