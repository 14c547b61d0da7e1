package nfstep.rules.xt;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Owner;
import nfstep.rules.StatefulMatch;
import nfstep.source.Outcome;

/**
 * {@code -m recent}: notes addresses in a list by name, and asks how often and when they were seen. The list is kept
 * outside of the rules that name it and outlives changes of the table; it goes with the last of them.
 *
 * <p>Source: iptables-extensions(8), "recent"; kernel {@code net/netfilter/xt_recent.c}, {@code recent_mt}.
 */
public record RecentMatch(boolean inverted, Action action, Condition condition, ListName list)
        implements StatefulMatch {
    /** What is done with the address. */
    enum Action {
        SET("SET"),
        RCHECK("CHECK"),
        UPDATE("UPDATE"),
        REMOVE("REMOVE");

        private final String listed;

        Action(String listed) {
            this.listed = listed;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked of the times at which the address was seen.
     *
     * @param seconds how long ago a time may be to count, 32 bits without sign; 0 for any
     * @param reap whether the address that was not seen for longest is forgotten if that was longer ago
     * @param hits how many times must count, 0 for one
     * @param ttl whether the packet must have the TTL that was noted
     */
    record Condition(long seconds, boolean reap, int hits, boolean ttl) {}

    /** Which list it is, and which of a packet's addresses is meant. */
    record ListName(String name, IpAddress mask, boolean destination) {}

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "recent",
            "Notes addresses in a list and asks when they were seen.",
            Options.of(
                            new OptionSpec("set", 0, true, "note the address"),
                            new OptionSpec("rcheck", 0, true, "the address is in the list"),
                            new OptionSpec("update", 0, true, "it is, and is noted anew"),
                            new OptionSpec("remove", 0, true, "it is, and is forgotten"),
                            OptionSpec.of("seconds", "N  it was seen within so many"),
                            OptionSpec.flag("reap", "forget what was seen longer ago"),
                            OptionSpec.of("hitcount", "N  it was seen so often"),
                            OptionSpec.flag("rttl", "with the TTL of this packet"),
                            OptionSpec.of("name", "NAME  DEFAULT if not given"),
                            OptionSpec.of("mask", "MASK  the bits of the address that count"),
                            OptionSpec.flag("rsource", "the source is meant, as it is anyway"),
                            OptionSpec.flag("rdest", "the destination is meant"))
                    .needsOneOf("set", "rcheck", "update", "remove")
                    .excluding("set", "rcheck", "update", "remove")
                    .needing("reap", "seconds")
                    .excluding("rttl", "set")
                    .excluding("rttl", "remove"),
            RecentMatch::read);

    private static final long MOST = 0xffff_ffffL;
    private static final int MOST_HITS = 65_535;
    private static final int LONGEST_NAME = 199;
    private static final int USUAL_RING = 32;
    private static final int LARGEST_TTL = 255;

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.setting().options().stream()
                .filter(it -> isAction(it.option()))
                .findFirst()
                .orElseThrow();
        Action action = Action.valueOf(use.option().toUpperCase(Locale.ROOT));
        Condition condition = new Condition(
                reading.value("seconds", 0L, it -> reading.number(it, 1, MOST)),
                reading.has("reap"),
                reading.value("hitcount", 0, it -> (int) reading.number(it, 0, MOST_HITS)),
                reading.has("rttl"));
        boolean asks = action == Action.RCHECK || action == Action.UPDATE;
        if (!asks && (condition.seconds() != 0 || condition.hits() != 0)) {
            reading.refuse("the kernel takes --seconds and --hitcount with --rcheck and --update only, not with --"
                    + action.option());
        }
        ListName list = list(reading);
        return reading.made(() -> new RecentMatch(use.inverted(), action, condition, list));
    }

    private static boolean isAction(String option) {
        for (Action action : Action.values()) {
            if (action.option().equals(option)) {
                return true;
            }
        }
        return false;
    }

    private static ListName list(Reading reading) {
        String name = reading.value("name", "DEFAULT", use -> name(reading, use));
        IpAddress all = IpAddress.mask(reading.family(), reading.family().bits());
        IpAddress mask = reading.value("mask", all, use -> mask(reading, use));
        return new ListName(name, mask, isDestination(reading));
    }

    /** A number is an address, as inet_aton(3) has it: 24 is 0.0.0.24, not a length. */
    private static IpAddress mask(Reading reading, OptionUse use) {
        OptionalLong number = Numbers.parse(use.word());
        return reading.family() == IpFamily.IPV4 && number.isPresent() && number.getAsLong() <= MOST
                ? new Ipv4Address((int) number.getAsLong())
                : reading.address(use, use.word());
    }

    /** The last of {@code --rsource} and {@code --rdest} counts. */
    private static boolean isDestination(Reading reading) {
        boolean destination = false;
        for (OptionUse use : reading.setting().options()) {
            destination = use.option().equals("rdest")
                    || (destination && !use.option().equals("rsource"));
        }
        return destination;
    }

    /** {@code xt_check_proc_name}. */
    static String name(Reading reading, OptionUse use) {
        String name = use.word();
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/")) {
            reading.refuse(use, "takes the name of a file without a slash, not " + Quoting.quote(name));
        }
        return Quoting.cut(name, LONGEST_NAME);
    }

    @Override
    public String name() {
        return "recent";
    }

    @Override
    public Optional<Shared> shared() {
        return Optional.of(new Shared("xt_recent", list.name()));
    }

    @Override
    public Memory initial(long now) {
        return RecentList.empty(new RecentMask(list.mask()), ring());
    }

    @Override
    public Memory joined(Memory there) {
        return ((RecentList) there).growing(ring());
    }

    private int ring() {
        if (condition.hits() == 0) {
            return USUAL_RING;
        }
        int highest = Integer.highestOneBit(condition.hits());
        return highest == condition.hits() ? highest : highest << 1;
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        RecentList seen = (RecentList) memory;
        Packet packet = context.packet();
        IpAddress address = seen.mask().of(list.destination() ? packet.destination() : packet.source());
        int ttl = ttl(context);
        Optional<RecentList.Entry> entry =
                seen.of(address).filter(e -> !condition.ttl() || ttl == 0 || e.ttl() == 0 || e.ttl() == ttl);
        return new RecentTest(this, seen, address, ttl, Jiffies.of(context.now())).answer(entry);
    }

    /** As it was before forwarding: {@code recent_mt}; 8 bits. */
    private static int ttl(MatchContext context) {
        boolean forwarded =
                context.where().out().isPresent() && context.skb().owner().kind() == Owner.Kind.NOBODY;
        return context.packet().ttl() + (forwarded ? 1 : 0) & LARGEST_TTL;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "what earlier packets left in the list " + list.name());
    }

    @Override
    public String options() {
        return Parts.join(
                Parts.option(inverted, action.option(), ""),
                condition.seconds() == 0 ? "" : "--seconds " + condition.seconds(),
                condition.reap() ? "--reap" : "",
                condition.hits() == 0 ? "" : "--hitcount " + condition.hits(),
                condition.ttl() ? "--rttl" : "",
                "--name " + Quoting.bare(list.name()),
                "--mask " + list.mask(),
                list.destination() ? "--rdest" : "--rsource");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                inverted ? "!" : "",
                "recent: " + action.listed,
                condition.seconds() == 0 ? "" : "seconds: " + condition.seconds(),
                condition.reap() ? "reap" : "",
                condition.hits() == 0 ? "" : "hit_count: " + condition.hits(),
                condition.ttl() ? "TTL-Match" : "",
                "name: " + list.name(),
                list.destination() ? "side: dest" : "side: source",
                "mask: " + list.mask());
    }
}
