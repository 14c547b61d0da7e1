package nfstep.rules.xt;

import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j LOG}: writes a line about the packet to the kernel's log; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "LOG"; kernel {@code net/netfilter/xt_LOG.c}, {@code log_tg}.
 *
 * @param level 0 to 7, as syslog(3)
 */
public record LogTarget(Effect.LogFlags flags, String prefix, int level) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "LOG",
            "Writes a line about the packet to the kernel's log.",
            Options.of(
                    OptionSpec.of("log-level", "LEVEL  a number or a word of syslog; warning if not given"),
                    OptionSpec.of("log-prefix", "TEXT  in front of the line, up to 29 bytes"),
                    OptionSpec.flag("log-tcp-sequence", "TCP sequence numbers too"),
                    OptionSpec.flag("log-tcp-options", "TCP options too"),
                    OptionSpec.flag("log-ip-options", "IP options too"),
                    OptionSpec.flag("log-uid", "whose socket it is too"),
                    OptionSpec.flag("log-macdecode", "MAC addresses and protocol apart")),
            LogTarget::read);

    private static final int LONGEST_PREFIX = 29;

    public LogTarget {
        if (level < 0 || level > 7) {
            throw new IllegalArgumentException("log level out of range 0-7: " + level);
        }
    }

    private static Outcome<Target> read(Reading reading) {
        var flags = new Effect.LogFlags(
                reading.has("log-tcp-sequence"),
                reading.has("log-tcp-options"),
                reading.has("log-ip-options"),
                reading.has("log-uid"),
                reading.has("log-macdecode"));
        String prefix = reading.value("log-prefix", "", use -> prefix(reading, use));
        int level = reading.value("log-level", LogLevel.WARNING, use -> LogLevel.read(reading, use));
        return reading.made(() -> new LogTarget(flags, prefix, level));
    }

    private static String prefix(Reading reading, OptionUse use) {
        if (use.word().isEmpty() || use.word().indexOf('\n') >= 0) {
            reading.refuse(use, "takes a text of at least one character, without line feeds");
        }
        return Quoting.cut(use.word(), LONGEST_PREFIX);
    }

    @Override
    public String name() {
        return "LOG";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Log(flags, prefix, level));
    }

    @Override
    public String options() {
        return Parts.join(
                prefix.isEmpty() ? "" : "--log-prefix " + Quoting.word(prefix),
                level == LogLevel.WARNING ? "" : "--log-level " + level,
                words("--log-"));
    }

    private String words(String start) {
        return Parts.join(
                flags.tcpSequence() ? start + "tcp-sequence" : "",
                flags.tcpOptions() ? start + "tcp-options" : "",
                flags.ipOptions() ? start + "ip-options" : "",
                flags.uid() ? start + "uid" : "",
                flags.macDecode() ? start + "macdecode" : "");
    }

    @Override
    public String listing(boolean numeric) {
        String how = numeric
                ? "flags " + bits() + " level " + level
                : Parts.join("level " + LogLevel.listed(level), words(""));
        return Parts.join("LOG", how, prefix.isEmpty() ? "" : "prefix \"" + prefix + "\"");
    }

    private int bits() {
        return (flags.tcpSequence() ? 0x01 : 0)
                | (flags.tcpOptions() ? 0x02 : 0)
                | (flags.ipOptions() ? 0x04 : 0)
                | (flags.uid() ? 0x08 : 0)
                | (flags.macDecode() ? 0x20 : 0);
    }
}
