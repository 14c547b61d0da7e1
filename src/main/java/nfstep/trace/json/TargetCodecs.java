package nfstep.trace.json;

import java.util.List;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.Event;
import nfstep.event.RuleEvent.Logged;
import nfstep.event.RuleEvent.MatchAsked;
import nfstep.event.RuleEvent.MetUnmodelled;
import nfstep.event.RuleEvent.Reported;
import nfstep.event.RuleEvent.TargetApplied;
import nfstep.rules.Effect;
import nfstep.rules.Rule;
import nfstep.rules.Skb;

/** Codecs of what matches with a memory and targets do. */
final class TargetCodecs {
    private static final Codec<Effect.LogFlags> FLAGS = Codec.object(
            (flags, out) -> out.flag("tcpSequence", flags.tcpSequence())
                    .flag("tcpOptions", flags.tcpOptions())
                    .flag("ipOptions", flags.ipOptions())
                    .flag("uid", flags.uid())
                    .flag("macDecode", flags.macDecode()),
            in -> new Effect.LogFlags(
                    in.flag("tcpSequence"),
                    in.flag("tcpOptions"),
                    in.flag("ipOptions"),
                    in.flag("uid"),
                    in.flag("macDecode")));

    private static final Codec<Effect.Log> LOG = Codec.object(
            (log, out) -> out.put("flags", FLAGS, log.flags())
                    .text("prefix", log.prefix())
                    .number("level", log.level()),
            in -> new Effect.Log(in.get("flags", FLAGS), in.text("prefix"), in.integer("level")));

    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>("asked", MatchAsked.class, TargetCodecs::write, TargetCodecs::asked),
            new EventCodec<>(
                    "target",
                    TargetApplied.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .skb("before", e.before())
                            .changed("after", e.before(), e.after())
                            .out()
                            .number("rule", e.number())
                            .text("what", e.what()),
                    TargetCodecs::applied),
            new EventCodec<>(
                    "logged",
                    Logged.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .skb("skb", e.skb())
                            .out()
                            .number("rule", e.number())
                            .put("where", Places.STATE, e.where())
                            .put("log", LOG, e.log()),
                    e -> new Logged(
                            e.at(),
                            e.chain(),
                            e.in().integer("rule"),
                            e.in().get("where", Places.STATE),
                            e.skb("skb"),
                            e.in().get("log", LOG))),
            new EventCodec<>(
                    "reported",
                    Reported.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .skb("skb", e.skb())
                            .out()
                            .number("rule", e.number())
                            .number("group", e.report().group())
                            .text("prefix", e.report().prefix()),
                    e -> new Reported(
                            e.at(),
                            e.chain(),
                            e.in().integer("rule"),
                            e.skb("skb"),
                            new Effect.Report(e.in().integer("group"), e.in().text("prefix")))),
            new EventCodec<>(
                    "unmodelled",
                    MetUnmodelled.class,
                    (e, out) -> out.at(e.at())
                            .chain(e.chain())
                            .out()
                            .number("rule", e.number())
                            .text("extension", e.extension())
                            .flag("target", e.target()),
                    e -> new MetUnmodelled(
                            e.at(),
                            e.chain(),
                            e.in().integer("rule"),
                            e.in().text("extension"),
                            e.in().flag("target"))));

    private TargetCodecs() {}

    private static void write(MatchAsked e, EventOut out) {
        out.at(e.at())
                .chain(e.chain())
                .out()
                .number("rule", e.number())
                .number("match", e.match().position())
                .flag("matched", e.matched())
                .text("seen", e.seen())
                .put("memory", Memories.CODEC, e.lesson());
    }

    private static MatchAsked asked(EventIn e) {
        At at = e.at();
        ChainRef chain = e.chain();
        int number = e.in().integer("rule");
        Rule rule = e.rule(chain, number);
        return new MatchAsked(
                at,
                chain,
                number,
                MatchAsked.Asked.of(rule, e.in().integer("match")),
                e.in().flag("matched"),
                e.in().text("seen"),
                e.in().get("memory", Memories.CODEC));
    }

    private static TargetApplied applied(EventIn e) {
        At at = e.at();
        ChainRef chain = e.chain();
        Skb before = e.skb("before");
        return new TargetApplied(
                at, chain, e.in().integer("rule"), before, e.changed("after", before), e.in().text("what"));
    }
}
