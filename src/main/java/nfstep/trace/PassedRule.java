package nfstep.trace;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.event.FirstFailures;
import nfstep.event.Focus;
import nfstep.event.RuleEvent;
import nfstep.host.Namespace;
import nfstep.rules.ChanceMatch;
import nfstep.rules.Evidence;
import nfstep.rules.HookState;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.state.World;

/** A rule that a packet passed over. Why is found again from the rule and the packet; only what depended on state was stored. */
record PassedRule(Walk walk, Scene scene, RuleEvent.RulesPassed event) {
    Position position() {
        return scene.position();
    }

    private int number() {
        return event.from() + position().offset();
    }

    private int condition() {
        return event.failing().get(position().offset());
    }

    Optional<RuleLine> line() {
        return RuleLine.find(scene.before().world(), event.at().namespace(), event.chain(), number());
    }

    String sentence() {
        String start = "rule " + number() + " of " + event.chain().path() + " does not match";
        return evidence()
                .map(e -> start + ": it wants " + e.wanted() + ", the packet has " + e.seen())
                .orElse(start);
    }

    Optional<Evidence> evidence() {
        return line().flatMap(this::evidence);
    }

    private Optional<Evidence> evidence(RuleLine line) {
        Rule rule = line.rule();
        int match = condition() - FirstFailures.FIRST_MATCH;
        if (match < 0) {
            return context().map(c -> rule.base().explain(condition(), c));
        }
        if (match >= rule.matches().size()) {
            return Optional.empty();
        }
        Match failing = rule.matches().get(match);
        if (failing instanceof StatefulMatch) {
            return asked(line);
        }
        Optional<Evidence> drawn = failing instanceof ChanceMatch ? asked(line) : Optional.empty();
        return drawn.or(() -> context().map(failing::explain));
    }

    /** What a match with a memory said when it was asked, shortly before. */
    private Optional<Evidence> asked(RuleLine line) {
        for (int i = position().event() - 1; i >= 0; i--) {
            if (walk.event(i) instanceof RuleEvent.MatchAsked asked
                    && asked.chain().equals(event.chain())
                    && asked.number() == line.number()) {
                return Optional.of(asked(line, asked));
            }
            if (walk.event(i) instanceof RuleEvent.ChainEntered) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What a match with a memory wanted and saw. */
    static Evidence asked(RuleLine line, RuleEvent.MatchAsked asked) {
        int match = asked.match().position();
        String wanted = match < line.rule().matches().size()
                ? line.rule().matches().get(match).toSyntax()
                : line.text();
        return new Evidence(wanted, asked.seen());
    }

    private Optional<MatchContext> context() {
        Focus focus = scene.before().focus();
        if (focus.skb().isEmpty() || focus.where().isEmpty()) {
            return Optional.empty();
        }
        return scene.before().world().network().find(event.at().namespace()).map(host -> context(focus, host));
    }

    private MatchContext context(Focus focus, Namespace host) {
        World world = scene.before().world();
        Skb skb = focus.skb().orElseThrow();
        HookState where = focus.where().orElseThrow();
        Connection connection = world.netfilter(host.name()).connection(skb).orElse(null);
        return new MatchContext(skb, where, world.surroundings(host.name()), connection);
    }
}
