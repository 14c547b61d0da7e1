package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m devgroup}: compares the groups of the devices that a packet comes in by and leaves by. All devices of a lab
 * are in group 0: {@code ip link} refuses {@code group}.
 *
 * <p>Source: iptables-extensions(8), "devgroup"; kernel {@code net/netfilter/xt_devgroup.c}, {@code devgroup_mt}.
 *
 * @param source the wanted group of the device in, null where it is not asked for
 * @param destination the same for the device out
 */
public record DevgroupMatch(
        @Nullable NamedNumber source, @Nullable NamedNumber destination) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "devgroup",
            "Compares the groups of devices; all are in group 0.",
            Options.of(
                            OptionSpec.invertible("src-group", "GROUP[/MASK]  of the device in; default is 0"),
                            OptionSpec.invertible("dst-group", "GROUP[/MASK]  of the device out; default is 0"))
                    .needsOneOf("src-group", "dst-group"),
            DevgroupMatch::read);

    private static final int OF_DEVICE = 0;

    private static Outcome<Match> read(Reading reading) {
        NamedNumber source = group(reading, "src-group");
        NamedNumber destination = group(reading, "dst-group");
        return reading.made(() -> new DevgroupMatch(source, destination));
    }

    private static @Nullable NamedNumber group(Reading reading, String option) {
        return reading.use(option)
                .map(use -> NamedNumber.read(reading, use, "default"))
                .orElse(null);
    }

    @Override
    public String name() {
        return "devgroup";
    }

    @Override
    public boolean matches(MatchContext context) {
        return (source == null || holds(source)) && (destination == null || holds(destination));
    }

    /** Bits of the wanted group that do not count are not looked at, unlike those of a mark. */
    private static boolean holds(NamedNumber wanted) {
        MarkMask number = wanted.number();
        return ((number.value() ^ OF_DEVICE) & number.mask()) == 0 != wanted.inverted();
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "group " + OF_DEVICE);
    }

    /** {@code devgroup_mt_checkentry}. */
    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        Place in = source == null ? Place.ANY : Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);
        Place out = destination == null ? Place.ANY : Place.at(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
        return in.refusal(table, hook).or(() -> out.refusal(table, hook));
    }

    @Override
    public String options() {
        return Parts.join(
                source == null ? "" : source.option("src-group"),
                destination == null ? "" : destination.option("dst-group"));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                source == null ? "" : source.listing("src-group", numeric),
                destination == null ? "" : destination.listing("dst-group", numeric));
    }
}
