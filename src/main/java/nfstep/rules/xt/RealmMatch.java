package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m realm}: compares the realm of the route that a packet takes. No route of a lab has one, which is realm 0:
 * {@code ip route} refuses the word.
 *
 * <p>Source: iptables-extensions(8), "realm"; kernel {@code net/netfilter/xt_realm.c}, {@code realm_mt}.
 */
public record RealmMatch(NamedNumber realm) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "realm",
                    "Compares the realm of the route; all are 0.",
                    Options.of(OptionSpec.invertible("realm", "REALM[/MASK]  cosmos is 0"))
                            .needsOneOf("realm"),
                    RealmMatch::read)
            .only(IpFamily.IPV4);

    private static final int OF_ROUTE = 0;

    private static Outcome<Match> read(Reading reading) {
        NamedNumber realm = NamedNumber.read(reading, reading.required("realm"), "cosmos");
        return reading.made(() -> new RealmMatch(realm));
    }

    @Override
    public String name() {
        return "realm";
    }

    @Override
    public boolean matches(MatchContext context) {
        return realm.number().holds(OF_ROUTE) != realm.inverted();
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "realm " + OF_ROUTE);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Place.at(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING).refusal(table, hook);
    }

    @Override
    public String options() {
        return realm.option("realm");
    }

    @Override
    public String listing(boolean numeric) {
        return realm.listing("realm", numeric);
    }
}
