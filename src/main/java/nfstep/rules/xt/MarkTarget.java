package nfstep.rules.xt;

import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j MARK}: changes the mark of the packet; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "MARK"; kernel {@code net/netfilter/xt_mark.c}, {@code mark_tg}.
 */
public record MarkTarget(MarkChange change) implements Target {
    private static final String[] FORMS = {"set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark"};

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "MARK",
            "Changes the mark of the packet.",
            Options.of(
                            OptionSpec.of("set-xmark", "VALUE[/MASK]  clears the mask's bits, turns the value's over"),
                            OptionSpec.of("set-mark", "VALUE[/MASK]  clears the mask's bits, sets the value's"),
                            OptionSpec.of("and-mark", "BITS  keeps only these"),
                            OptionSpec.of("or-mark", "BITS  sets these"),
                            OptionSpec.of("xor-mark", "BITS  turns these over"))
                    .needsOneOf(FORMS)
                    .excluding(FORMS),
            MarkTarget::read);

    private static Outcome<Target> read(Reading reading) {
        MarkChange change = MarkChange.read(reading, reading.setting().options().get(0));
        return reading.made(() -> new MarkTarget(change));
    }

    @Override
    public String name() {
        return "MARK";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.SetMark(change.of(context.skb().mark())));
    }

    @Override
    public String options() {
        return change.option();
    }

    @Override
    public String listing(boolean numeric) {
        return "MARK " + change.listing();
    }
}
