package nfstep.rules.xt;

import nfstep.conntrack.Connection;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j CONNMARK}: changes the mark of the packet's connection, or copies between it and the mark of the packet. A
 * packet without connection is left alone; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "CONNMARK"; kernel {@code net/netfilter/xt_connmark.c}, {@code connmark_tg_shift}.
 */
public record ConnmarkTarget(ConnmarkChange change) implements Target {
    private static final String[] FORMS = {
        "set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark", "save-mark", "restore-mark"
    };

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "CONNMARK",
            "Changes the mark of the packet's connection or copies it.",
            Options.of(
                            OptionSpec.of("set-xmark", "VALUE[/MASK]  clears the mask's bits, turns the value's over"),
                            OptionSpec.of("set-mark", "VALUE[/MASK]  clears the mask's bits, sets the value's"),
                            OptionSpec.of("and-mark", "BITS  keeps only these"),
                            OptionSpec.of("or-mark", "BITS  sets these"),
                            OptionSpec.of("xor-mark", "BITS  turns these over"),
                            OptionSpec.flag("save-mark", "copies the packet's mark to the connection"),
                            OptionSpec.flag("restore-mark", "copies the connection's mark to the packet"),
                            OptionSpec.of("left-shift-mark", "BITS  moves what is set or copied to the left"),
                            OptionSpec.of("right-shift-mark", "BITS  moves what is set or copied to the right"),
                            OptionSpec.of("ctmask", "BITS  of the connection's mark that count"),
                            OptionSpec.of("nfmask", "BITS  of the packet's mark that count"),
                            OptionSpec.of("mask", "BITS  of both marks that count"))
                    .needsOneOf(FORMS)
                    .excluding(FORMS)
                    .excluding("mask", "ctmask")
                    .excluding("mask", "nfmask"),
            ConnmarkTarget::read);

    private static Outcome<Target> read(Reading reading) {
        ConnmarkChange change = ConnmarkChange.read(reading);
        return reading.made(() -> new ConnmarkTarget(change));
    }

    @Override
    public String name() {
        return "CONNMARK";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        Connection connection = context.connection();
        if (connection == null) {
            return TargetResult.CONTINUE;
        }
        int mark = change.of(connection.mark(), context.skb().mark());
        return TargetResult.goOn(
                change.mode() == ConnmarkChange.Mode.RESTORE
                        ? new Effect.SetMark(mark)
                        : new Effect.SetConnectionMark(mark));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public String options() {
        return change.options();
    }

    @Override
    public String listing(boolean numeric) {
        return "CONNMARK " + change.listing();
    }
}
