package nfstep.trace.json;

import java.util.List;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.Event;
import nfstep.event.FirstFailures;
import nfstep.event.RuleEvent.ChainEntered;
import nfstep.event.RuleEvent.ChainLeft;
import nfstep.event.RuleEvent.PolicyApplied;
import nfstep.event.RuleEvent.RuleMatched;
import nfstep.event.RuleEvent.RulesPassed;
import nfstep.rules.Hook;
import nfstep.rules.Rule;
import nfstep.rules.Verdict;

/** Codecs of the way of packets through chains. Rules are told by chain and number. */
final class RuleCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "chain",
                    ChainEntered.class,
                    (e, out) -> out.at(e.at())
                            .out()
                            .put("chain", Places.CHAIN, e.chain())
                            .word("how", e.how()),
                    RuleCodecs::entered),
            new EventCodec<>(
                    "passed",
                    RulesPassed.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .out()
                            .number("from", e.from())
                            .text("failing", Failing.write(e.failing())),
                    RuleCodecs::passed),
            new EventCodec<>("matched", RuleMatched.class, RuleCodecs::write, RuleCodecs::matched),
            new EventCodec<>(
                    "left",
                    ChainLeft.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .out()
                            .number("rule", e.number())
                            .flag("byRule", e.byRule()),
                    e -> new ChainLeft(e.at(), e.chain(), e.in().integer("rule"), e.in().flag("byRule"))),
            new EventCodec<>("policy", PolicyApplied.class, RuleCodecs::write, RuleCodecs::policy));

    private RuleCodecs() {}

    private static ChainEntered entered(EventIn e) {
        At at = e.at();
        ChainRef chain = e.chain();
        e.length(chain);
        return new ChainEntered(at, chain, e.in().word("how", ChainEntered.Entry.values()));
    }

    private static RulesPassed passed(EventIn e) {
        At at = e.at();
        ChainRef chain = e.chain();
        int from = e.in().integer("from");
        if (from < 1) {
            throw e.in().damaged("rules are counted from 1: " + from);
        }
        int most = e.length(chain) - from + 1;
        FirstFailures failing = e.in().get("failing", Codec.text(Failing::write, text -> Failing.read(text, most)));
        return new RulesPassed(at, chain, from, failing);
    }

    private static void write(RuleMatched e, EventOut out) {
        out.at(e.at()).chain(e.chain()).out().number("rule", e.number()).number("length", e.length());
    }

    private static RuleMatched matched(EventIn e) {
        At at = e.at();
        ChainRef chain = e.chain();
        int number = e.in().integer("rule");
        Rule rule = e.rule(chain, number);
        return new RuleMatched(at, chain, number, rule, e.in().integer("length"));
    }

    private static void write(PolicyApplied e, EventOut out) {
        out.at(e.at())
                .chain(e.chain())
                .out()
                .word("hook", e.hook())
                .number("rule", e.number())
                .word("policy", e.policy())
                .number("length", e.length());
    }

    private static PolicyApplied policy(EventIn e) {
        return new PolicyApplied(
                e.at(),
                e.chain(),
                e.in().word("hook", Hook.values()),
                e.in().integer("rule"),
                e.in().word("policy", Verdict.values()),
                e.in().integer("length"));
    }
}
