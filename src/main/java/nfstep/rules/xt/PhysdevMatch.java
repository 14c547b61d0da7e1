package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Device;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m physdev}: compares the ports of the bridge that a packet came in by and leaves by. A packet that came by no
 * port of a bridge, or whose bridge does not show it to iptables, meets only what is inverted.
 *
 * <p>Source: iptables-extensions(8), "physdev"; kernel {@code net/netfilter/xt_physdev.c}, {@code physdev_mt}.
 */
public record PhysdevMatch(Wish isIn, Port in, Wish isOut, Port out, Wish isBridged) implements Match {
    /** What is asked of a fact. */
    enum Wish {
        ANY,
        YES,
        NO;

        boolean holds(boolean fact) {
            return this == ANY || (this == YES) == fact;
        }

        private String option(String name) {
            return this == ANY ? "" : Parts.option(this == NO, name, "");
        }
    }

    /** A condition on the name of a port; an empty name is none. */
    record Port(boolean inverted, InterfaceMatch name) {
        /** Whether a packet passes that came by no port. */
        boolean holdsWithout() {
            return name.isEmpty() || inverted;
        }

        boolean holds(Optional<Device> port) {
            return name.isEmpty()
                    || (port.isPresent() && name.matches(port.get().name()) != inverted);
        }

        private String option(String word) {
            return name.isEmpty() ? "" : Parts.option(inverted, word, name.pattern());
        }
    }

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "physdev",
            "Compares the ports of the bridge that a packet came in by and leaves by.",
            Options.of(
                            OptionSpec.invertible("physdev-in", "PORT[+]  the port that it came in by"),
                            OptionSpec.invertible("physdev-out", "PORT[+]  the port that it leaves by"),
                            flag("physdev-is-in", "it came in by a port of a bridge"),
                            flag("physdev-is-out", "it leaves by a port of the bridge that it came by"),
                            flag("physdev-is-bridged", "it is bridged, not routed"))
                    .needsOneOf("physdev-in", "physdev-out", "physdev-is-in", "physdev-is-out", "physdev-is-bridged"),
            PhysdevMatch::read);

    private static OptionSpec flag(String name, String help) {
        return new OptionSpec(name, 0, true, help);
    }

    private static Outcome<Match> read(Reading reading) {
        Port in = port(reading, "physdev-in");
        Port out = port(reading, "physdev-out");
        return reading.made(() -> new PhysdevMatch(
                wish(reading, "physdev-is-in"),
                in,
                wish(reading, "physdev-is-out"),
                out,
                wish(reading, "physdev-is-bridged")));
    }

    private static Wish wish(Reading reading, String option) {
        return reading.use(option)
                .map(use -> use.inverted() ? Wish.NO : Wish.YES)
                .orElse(Wish.ANY);
    }

    private static Port port(Reading reading, String option) {
        Optional<OptionUse> use = reading.use(option);
        if (use.isEmpty()) {
            return new Port(false, InterfaceMatch.ANY);
        }
        String name = use.get().word();
        if (name.isEmpty() || name.length() > nfstep.host.Link.MAX_NAME) {
            reading.refuse(use.get(), "takes the name of a device, 1 to 15 characters, not " + Quoting.quote(name));
        }
        return new Port(use.get().inverted(), new InterfaceMatch(name));
    }

    @Override
    public String name() {
        return "physdev";
    }

    @Override
    public boolean matches(MatchContext context) {
        Skb.BridgePorts ports = context.skb().bridge();
        if (ports.in().isEmpty()) {
            return isIn != Wish.YES
                    && isOut != Wish.YES
                    && isBridged != Wish.YES
                    && in.holdsWithout()
                    && out.holdsWithout();
        }
        boolean leaves = ports.out().isPresent();
        return isBridged.holds(leaves)
                && isIn.holds(true)
                && isOut.holds(leaves)
                && in.holds(ports.in())
                && out.holds(ports.out());
    }

    @Override
    public Evidence explain(MatchContext context) {
        Skb.BridgePorts ports = context.skb().bridge();
        if (ports.in().isEmpty()) {
            return new Evidence(toSyntax(), "no bridge port: only inverted conditions hold");
        }
        String leaves = ports.out().map(d -> "leaves by port " + d.name()).orElse("leaves by no port of that bridge");
        return new Evidence(toSyntax(), "came in by port " + ports.in().get().name() + ", " + leaves);
    }

    /** {@code physdev_mt_check}: a packet that is sent from here came by no port, so that it never leaves by one. */
    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        boolean leaving = isOut != Wish.ANY || !out.name().isEmpty();
        return leaving && isBridged != Wish.YES
                ? Places.only(hook, Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.POSTROUTING)
                : Optional.empty();
    }

    @Override
    public String options() {
        return Parts.join(
                isIn.option("physdev-is-in"),
                in.option("physdev-in"),
                isOut.option("physdev-is-out"),
                out.option("physdev-out"),
                isBridged.option("physdev-is-bridged"));
    }

    @Override
    public String listing(boolean numeric) {
        return "PHYSDEV match " + options();
    }
}
