package nfstep.rules.xt;

import java.util.Locale;
import java.util.OptionalLong;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j NFLOG}: hands a copy of the packet to whoever listens to a group; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "NFLOG"; kernel {@code net/netfilter/xt_NFLOG.c}, {@code nflog_tg}.
 *
 * @param prefix up to 63 bytes
 * @param group 0 to 65535
 * @param size how many bytes of the packet are handed over; none for all
 * @param range the same in an old form that the kernel never looked at, 0 for none
 * @param threshold after how many packets the listener is woken, 0 for whatever the kernel holds right
 */
public record NflogTarget(String prefix, int group, OptionalLong size, long range, int threshold) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "NFLOG",
            "Hands a copy to whoever listens to a group.",
            Options.of(
                            OptionSpec.of("nflog-group", "NUMBER  0 to 65535"),
                            OptionSpec.of("nflog-prefix", "TEXT  with the copy, up to 63 bytes"),
                            OptionSpec.of("nflog-range", "BYTES  does nothing"),
                            OptionSpec.of("nflog-size", "BYTES  of the packet that are copied"),
                            OptionSpec.of("nflog-threshold", "NUMBER  of copies that are handed over at once"))
                    .excluding("nflog-range", "nflog-size"),
            NflogTarget::read);

    private static final int LONGEST_PREFIX = 63;
    private static final long LONG = 0xffff_ffffL;
    private static final int SHORT = 0xffff;

    private static Outcome<Target> read(Reading reading) {
        String prefix = reading.value("nflog-prefix", "", use -> prefix(reading, use));
        int group = (int) number(reading, "nflog-group", SHORT).orElse(0);
        OptionalLong size = number(reading, "nflog-size", LONG);
        long range = number(reading, "nflog-range", LONG).orElse(0);
        int threshold = (int) number(reading, "nflog-threshold", SHORT).orElse(0);
        return reading.made(() -> new NflogTarget(prefix, group, size, range, threshold));
    }

    private static OptionalLong number(Reading reading, String option, long most) {
        return reading.value(option, OptionalLong.empty(), use -> OptionalLong.of(reading.number(use, 0, most)));
    }

    private static String prefix(Reading reading, OptionUse use) {
        if (use.word().isEmpty() || use.word().indexOf('\n') >= 0) {
            reading.refuse(use, "takes a text of at least one character, without line feeds");
        }
        return Quoting.cut(use.word(), LONGEST_PREFIX);
    }

    @Override
    public String name() {
        return "NFLOG";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Report(group, prefix));
    }

    @Override
    public String options() {
        return words("--nflog-");
    }

    @Override
    public String listing(boolean numeric) {
        return words("nflog-");
    }

    private String words(String start) {
        return Parts.join(
                prefix.isEmpty() ? "" : start + "prefix " + Quoting.word(prefix),
                number(start + "group", group),
                size.isPresent() ? start + "size " + size.getAsLong() : number(start + "range", range),
                number(start + "threshold", threshold));
    }

    private static String number(String option, long value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%s %d", option, value);
    }
}
