package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.event.ChainRef;
import nfstep.event.RuleEvent;
import nfstep.event.TrackEvent;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Effect;
import nfstep.rules.Rule;
import nfstep.rules.Skb;

/** Carries out what a target answered. */
final class Effects {
    private final HookContext context;
    private final ChainRef chain;
    private final int number;
    private final Rule rule;

    Effects(HookContext context, ChainRef chain, int number, Rule rule) {
        this.context = context;
        this.chain = chain;
        this.number = number;
        this.rule = rule;
    }

    /** The packet after all of them, none if one of them could not be carried out so that the packet is dropped. */
    Optional<Skb> carryOut(List<Effect> effects, Skb skb) {
        Optional<Skb> current = Optional.of(skb);
        for (Effect effect : effects) {
            if (current.isPresent()) {
                current = one(effect, current.get());
            }
        }
        return current;
    }

    private Optional<Skb> one(Effect effect, Skb skb) {
        if (effect instanceof Effect.SetMark set) {
            return changed(skb, skb.withMark(set.mark()), "sets the mark");
        }
        if (effect instanceof Effect.SetPriority set) {
            return changed(skb, skb.withPriority(set.priority()), "sets the class");
        }
        if (effect instanceof Effect.Rewrite rewrite) {
            return changed(skb, skb.with(rewrite.packet()), "rewrites the packet");
        }
        if (effect instanceof Effect.Pull pull) {
            return Optional.of(skb.withParts(skb.parts().pulled(pull.bytes())));
        }
        if (effect instanceof Effect.Untrack) {
            return untrack(skb);
        }
        if (effect instanceof Effect.SetTemplate set) {
            return changed(skb, skb.withTemplate(set.template()), words(set.template()));
        }
        if (effect instanceof Effect.Trace) {
            return changed(skb, skb.withTraced(true), "marks the packet");
        }
        return other(effect, skb);
    }

    private Optional<Skb> other(Effect effect, Skb skb) {
        if (effect instanceof Effect.SetConnectionMark set) {
            connectionMark(skb, set.mark());
        } else if (effect instanceof Effect.Log log) {
            context.emit(new RuleEvent.Logged(context.at(skb), chain, number, context.where(), skb, log));
        } else if (effect instanceof Effect.Report report) {
            context.emit(new RuleEvent.Reported(context.at(skb), chain, number, skb, report));
        } else if (effect instanceof Effect.Copy copy) {
            new Duplication(context, skb).send(copy);
        } else if (effect instanceof Effect.Reject reject) {
            new Rejection(context, skb).answer(reject.with());
        } else if (effect instanceof Effect.Unmodelled unmodelled) {
            context.emit(new RuleEvent.MetUnmodelled(context.at(skb), chain, number, unmodelled.what(), true));
        } else {
            return new NatSetup(context, skb, cause()).decide(effect);
        }
        return Optional.of(skb);
    }

    private static String words(CtTemplate template) {
        String helper = template.helper().isEmpty() ? "" : ", with the helper " + template.helper();
        return "its connection will be looked up in zone " + template.zone().id() + helper;
    }

    private String cause() {
        return "by rule " + number + " of " + chain.path() + ": "
                + rule.action().toSyntax();
    }

    private Optional<Skb> changed(Skb before, Skb after, String what) {
        context.emit(new RuleEvent.TargetApplied(context.at(before), chain, number, before, after, what));
        return Optional.of(after);
    }

    /** {@code xt_CT.c}, {@code notrack_tg}: a packet that has its connection already keeps it. */
    private Optional<Skb> untrack(Skb skb) {
        if (!skb.ct().equals(CtRef.NONE)) {
            return changed(skb, skb, "has no effect: a rule spoke before, or the packet has its connection already");
        }
        return changed(skb, skb.withCt(CtRef.UNTRACKED), "takes the packet out of tracking");
    }

    /** Before the look-up of its connection a packet that a CT rule met has that rule's template, whose mark nothing takes. */
    private void connectionMark(Skb skb, int mark) {
        if (skb.ct().equals(CtRef.TEMPLATE)) {
            changed(skb, skb, "marks what the CT rule prepared, not the connection");
            return;
        }
        Connection connection = context.connection(skb);
        if (connection != null && connection.mark() != mark) {
            String what = "mark 0x" + Integer.toHexString(connection.mark()) + " > 0x" + Integer.toHexString(mark);
            context.emit(new TrackEvent.Changed(context.at(skb), connection, connection.withMark(mark), what));
        }
    }
}
