package nfstep.rules.xt;

import java.util.Locale;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.TargetResult;

/** How the targets TTL and HL change the number of hops that are left: {@code xt_HL.c}. */
enum HopChange {
    SET("set to"),
    DEC("decrement by"),
    INC("increment by");

    private static final int MOST = 255;

    private final String words;

    HopChange(String words) {
        this.words = words;
    }

    /** The change behind an option such as {@code ttl-inc}. */
    static HopChange of(OptionUse use) {
        return valueOf(use.option().substring(use.option().indexOf('-') + 1).toUpperCase(Locale.ROOT));
    }

    /** The number that the option takes; a change by 0 is none. */
    int amount(Reading reading, OptionUse use) {
        return (int) reading.number(use, this == SET ? 0 : 1, MOST);
    }

    /** The hops that are left after the change; neither fewer than 0 nor more than 255. */
    int of(int hops, int amount) {
        return switch (this) {
            case SET -> amount;
            case DEC -> Math.max(0, hops - amount);
            case INC -> Math.min(MOST, hops + amount);
        };
    }

    /** The packet with as many hops left; the walk goes on. */
    TargetResult apply(MatchContext context, int amount) {
        int hops = context.packet().ttl();
        int changed = of(hops, amount);
        return changed == hops
                ? TargetResult.CONTINUE
                : TargetResult.goOn(new Effect.Rewrite(context.packet().withTtl(changed)));
    }

    /** As iptables-save prints it. */
    String option(String prefix, int amount) {
        return "--" + prefix + "-" + name().toLowerCase(Locale.ROOT) + " " + amount;
    }

    /** As a listing prints it. */
    String listing(String field, int amount) {
        return field + " " + words + " " + amount;
    }
}
