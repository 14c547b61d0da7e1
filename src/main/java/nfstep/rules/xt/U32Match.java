package nfstep.rules.xt;

import java.util.List;
import java.util.stream.Collectors;
import nfstep.packet.Packet;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m u32}: compares any bits of the packet. All tests must hold; {@code !} turns the answer of all round, so that
 * a place outside of the packet then matches.
 *
 * <p>Source: iptables-extensions(8), "u32"; kernel {@code net/netfilter/xt_u32.c}, {@code u32_mt}.
 */
public record U32Match(boolean inverted, List<U32Test> tests) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "u32",
            "Compares any bits of the packet.",
            Options.of(OptionSpec.invertible("u32", "OFFSET[&|<<|>>|@NUMBER...]=VALUE[:VALUE][,...][&&...]"))
                    .needsOneOf("u32"),
            U32Match::read);

    public U32Match {
        tests = List.copyOf(tests);
    }

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("u32");
        List<U32Test> tests = U32Text.read(reading, use);
        return reading.made(() -> new U32Match(use.inverted(), tests));
    }

    @Override
    public String name() {
        return "u32";
    }

    @Override
    public boolean matches(MatchContext context) {
        return failing(context.packet()) < 0 != inverted;
    }

    /** The first test that fails, -1 for none. */
    private int failing(Packet packet) {
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).holds(packet)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Evidence explain(MatchContext context) {
        int failing = failing(context.packet());
        return new Evidence(toSyntax(), tests.get(Math.max(failing, 0)).seen(context.packet()));
    }

    private String text() {
        return tests.stream().map(U32Test::text).collect(Collectors.joining("&&", "\"", "\""));
    }

    @Override
    public String options() {
        return Parts.option(inverted, "u32", text());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("u32", inverted ? "!" : "", text());
    }
}
