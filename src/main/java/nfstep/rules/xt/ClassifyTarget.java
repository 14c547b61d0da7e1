package nfstep.rules.xt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j CLASSIFY}: sets the traffic class that the way out sorts by; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "CLASSIFY"; kernel {@code net/netfilter/xt_CLASSIFY.c}, {@code classify_tg}.
 *
 * @param priority the class, its major number in the upper 16 bits
 */
public record ClassifyTarget(int priority) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "CLASSIFY",
            "Sets the traffic class.",
            Options.of(OptionSpec.of("set-class", "MAJOR:MINOR  in hexadecimal"))
                    .needsOneOf("set-class"),
            ClassifyTarget::read);

    private static final Pattern CLASS = Pattern.compile("(?:0[xX])?(\\p{XDigit}{1,8}):(?:0[xX])?(\\p{XDigit}{1,8})");

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.required("set-class");
        Matcher parts = CLASS.matcher(use.word());
        if (!parts.matches()) {
            reading.refuse(use, "takes two hexadecimal numbers with a colon between, not " + Quoting.quote(use.word()));
            return reading.made(() -> new ClassifyTarget(0));
        }
        int major = Integer.parseUnsignedInt(parts.group(1), 16);
        int minor = Integer.parseUnsignedInt(parts.group(2), 16);
        int priority = major << 16 | (minor & 0xffff);
        return reading.made(() -> new ClassifyTarget(priority));
    }

    @Override
    public String name() {
        return "CLASSIFY";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.SetPriority(priority));
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(hook, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
    }

    @Override
    public String options() {
        return String.format(Locale.ROOT, "--set-class %04x:%04x", priority >>> 16, priority & 0xffff);
    }

    @Override
    public String listing(boolean numeric) {
        return String.format(Locale.ROOT, "CLASSIFY set %x:%x", priority >>> 16, priority & 0xffff);
    }
}
