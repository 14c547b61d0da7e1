package nfstep.rules.xt;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Connection.Counters;
import nfstep.conntrack.Direction;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m connbytes}: compares how much a connection carried, this packet included. The rule turns accounting on when it
 * is loaded; a connection that was there before is not counted and never matches.
 *
 * <p>Source: iptables-extensions(8), "connbytes"; kernel {@code net/netfilter/xt_connbytes.c}, {@code connbytes_mt}.
 *
 * @param from 64 bits without sign, as {@code to}; where it is the larger one, what is between them does not match
 */
public record ConnbytesMatch(long from, long to, What what, Way way) implements Match {
    /** What is counted. */
    enum What {
        PACKETS,
        BYTES,
        AVGPKT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which packets are counted. */
    enum Way {
        ORIGINAL,
        REPLY,
        BOTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private long packets(Counters counted) {
            return (this == REPLY ? 0 : counted.packets(Direction.ORIGINAL))
                    + (this == ORIGINAL ? 0 : counted.packets(Direction.REPLY));
        }

        private long bytes(Counters counted) {
            return (this == REPLY ? 0 : counted.bytes(Direction.ORIGINAL))
                    + (this == ORIGINAL ? 0 : counted.bytes(Direction.REPLY));
        }
    }

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "connbytes",
            "Compares how much a connection carried.",
            Options.of(
                            OptionSpec.invertible("connbytes", "FROM[:TO]  64 bits each"),
                            OptionSpec.of("connbytes-dir", "original, reply or both"),
                            OptionSpec.of("connbytes-mode", "packets, bytes or avgpkt"))
                    .needsOneOf("connbytes")
                    .needsOneOf("connbytes-dir")
                    .needsOneOf("connbytes-mode"),
            ConnbytesMatch::read);

    /** The largest number of 64 bits. */
    private static final long MOST = -1;

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("connbytes");
        String[] ends = use.word().split(":", 2);
        long from = number(reading, use, ends[0]);
        long to = ends.length == 1 || ends[1].isEmpty() ? MOST : number(reading, use, ends[1]);
        if (Long.compareUnsigned(from, to) > 0) {
            reading.refuse(use, "goes down: write the lower number first, not " + Quoting.quote(use.word()));
        }
        Way way = word(reading, "connbytes-dir", Way.values());
        What what = word(reading, "connbytes-mode", What.values());
        return reading.made(
                () -> new ConnbytesMatch(use.inverted() ? to : from, use.inverted() ? from : to, what, way));
    }

    private static long number(Reading reading, OptionUse use, String word) {
        OptionalLong number = Numbers.parseUnsigned(word);
        if (number.isEmpty()) {
            reading.refuse(
                    use, "takes a number, or two with a colon between that go up, not " + Quoting.quote(use.word()));
        }
        return number.orElse(0);
    }

    private static <E extends Enum<E>> E word(Reading reading, String option, E[] words) {
        OptionUse use = reading.required(option);
        for (E word : words) {
            if (word.name().toLowerCase(Locale.ROOT).equals(use.word())) {
                return word;
            }
        }
        reading.refuse(use, "takes " + Parts.or(words) + ", not " + Quoting.quote(use.word()));
        return words[0];
    }

    @Override
    public String name() {
        return "connbytes";
    }

    @Override
    public boolean matches(MatchContext context) {
        Connection connection = context.connection();
        Counters counted = connection == null ? null : connection.counters().orElse(null);
        return counted != null && holds(counted(counted));
    }

    private boolean holds(long counted) {
        return Long.compareUnsigned(to, from) >= 0
                ? Long.compareUnsigned(from, counted) <= 0 && Long.compareUnsigned(counted, to) <= 0
                : Long.compareUnsigned(counted, to) < 0 || Long.compareUnsigned(counted, from) > 0;
    }

    private long counted(Counters counted) {
        return switch (what) {
            case PACKETS -> way.packets(counted);
            case BYTES -> way.bytes(counted);
            case AVGPKT -> way.packets(counted) == 0 ? 0 : way.bytes(counted) / way.packets(counted);
        };
    }

    @Override
    public Evidence explain(MatchContext context) {
        Connection connection = context.connection();
        if (connection == null) {
            return new Evidence(toSyntax(), "no connection");
        }
        Optional<Counters> counted = connection.counters();
        String unit =
                switch (what) {
                    case PACKETS -> " packets";
                    case BYTES -> " bytes";
                    case AVGPKT -> " bytes a packet";
                };
        return new Evidence(
                toSyntax(),
                counted.map(c -> Long.toUnsignedString(counted(c)) + unit + ", " + way.word())
                        .orElse("a connection that is not counted: it began before accounting was on"));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public boolean needsAccounting() {
        return true;
    }

    private String range(String option) {
        boolean inverted = Long.compareUnsigned(from, to) > 0;
        long first = inverted ? to : from;
        long last = inverted ? from : to;
        String words = Long.toUnsignedString(first) + (last == MOST ? "" : ":" + Long.toUnsignedString(last));
        return Parts.join(inverted ? "!" : "", option, words);
    }

    /** Where the kernel has no sign for it, the option is printed as the kernel takes it. */
    @Override
    public String options() {
        return Parts.join(range("--connbytes"), "--connbytes-mode " + what.word(), "--connbytes-dir " + way.word());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(range("connbytes"), "connbytes mode " + what.word(), "connbytes direction " + way.word());
    }
}
