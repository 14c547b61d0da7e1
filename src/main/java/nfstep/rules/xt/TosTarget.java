package nfstep.rules.xt;

import java.util.Locale;
import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j TOS}: changes type of service or traffic class; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "TOS"; kernel {@code net/netfilter/xt_DSCP.c}, {@code tos_tg}.
 *
 * @param tos the bits of the mask are cleared, then those of the value turned over
 */
public record TosTarget(TosWord tos) implements Target {
    private static final String[] FORMS = {"set-tos", "and-tos", "or-tos", "xor-tos"};

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "TOS",
            "Changes type of service or traffic class.",
            Options.of(
                            OptionSpec.of(
                                    "set-tos", "VALUE[/MASK] or NAME  clears the mask's bits, turns the value's over"),
                            OptionSpec.of("and-tos", "BITS  keeps only these"),
                            OptionSpec.of("or-tos", "BITS  sets these"),
                            OptionSpec.of("xor-tos", "BITS  turns these over"))
                    .needsOneOf(FORMS)
                    .excluding(FORMS),
            TosTarget::read);

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        TosWord tos = word(reading, use);
        return reading.made(() -> new TosTarget(tos));
    }

    private static TosWord word(Reading reading, OptionUse use) {
        if (use.option().equals("set-tos")) {
            return TosWord.read(reading, use);
        }
        int bits = (int) reading.number(use, 0, 0xff);
        return switch (use.option()) {
            case "and-tos" -> new TosWord(0, ~bits & 0xff);
            case "or-tos" -> new TosWord(bits, bits);
            default -> new TosWord(bits, 0);
        };
    }

    @Override
    public String name() {
        return "TOS";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        int before = context.packet().tos();
        int after = ((before & ~tos.mask()) ^ tos.value()) & 0xff;
        return after == before
                ? TargetResult.CONTINUE
                : TargetResult.goOn(new Effect.Rewrite(context.packet().withTos(after)));
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return "--set-tos " + tos.text();
    }

    /** The tool prints a blank too many before a name, and none behind the verb. */
    @Override
    public String listing(boolean numeric) {
        if (numeric) {
            return "TOS set " + tos.text();
        }
        return tos.name().isEmpty() ? "TOS " + words() : " TOS set" + tos.name();
    }

    private String words() {
        if (tos.value() == 0) {
            return "and " + hex(~tos.mask() & 0xff);
        }
        if (tos.value() == tos.mask()) {
            return "or " + hex(tos.value());
        }
        return tos.mask() == 0 ? "xor " + hex(tos.value()) : "set " + tos.text();
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%02x", value);
    }
}
