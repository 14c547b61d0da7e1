package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.Effect;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m socket}: whether a socket of this host takes the packet. Programs of a lab open no transparent socket and give
 * theirs no mark.
 *
 * <p>Source: iptables-extensions(8), "socket"; kernel {@code net/netfilter/xt_socket.c}, {@code socket_match}.
 *
 * @param transparent whether only a transparent socket will do
 * @param wildcard whether a socket that waits at any address will do
 * @param restoresMark whether the packet gets the socket's mark
 */
public record SocketMatch(boolean transparent, boolean wildcard, boolean restoresMark) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "socket",
                    "Looks for a socket of this host that takes the packet.",
                    Options.of(
                            OptionSpec.flag("transparent", "only a transparent socket will do"),
                            OptionSpec.flag("nowildcard", "a socket that waits at any address will do, too"),
                            OptionSpec.flag("restore-skmark", "the packet gets the mark of the socket")),
                    SocketMatch::read)
            .only(IpFamily.IPV4);

    private static final int NO_MARK = 0;

    private static Outcome<Match> read(Reading reading) {
        return reading.made(() ->
                new SocketMatch(reading.has("transparent"), reading.has("nowildcard"), reading.has("restore-skmark")));
    }

    @Override
    public boolean needsDefrag() {
        return true;
    }

    @Override
    public String name() {
        return "socket";
    }

    @Override
    public boolean matches(MatchContext context) {
        if (transparent) {
            return false;
        }
        SocketLookup.Found found = new SocketLookup(context).find();
        return found == SocketLookup.Found.BOUND || (wildcard && found == SocketLookup.Found.WILDCARD);
    }

    @Override
    public Optional<Effect> effect(MatchContext context) {
        return restoresMark && context.skb().mark() != NO_MARK
                ? Optional.of(new Effect.SetMark(NO_MARK))
                : Optional.empty();
    }

    @Override
    public Evidence explain(MatchContext context) {
        SocketLookup.Found found = new SocketLookup(context).find();
        boolean plain = transparent && found != SocketLookup.Found.NOTHING;
        return new Evidence(toSyntax(), found.words() + (plain ? " that is not transparent" : ""));
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(hook, Hook.PREROUTING, Hook.INPUT);
    }

    @Override
    public String options() {
        return Parts.join(
                transparent ? "--transparent" : "",
                wildcard ? "--nowildcard" : "",
                restoresMark ? "--restore-skmark" : "");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("socket", options());
    }
}
