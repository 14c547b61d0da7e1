package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.rules.HookState;
import nfstep.rules.Skb;
import nfstep.rules.Verdict;
import nfstep.state.HookEntry;
import nfstep.state.HookOwner;

/** The walk of a packet through the functions of one hook: {@code net/netfilter/core.c}, {@code nf_hook_slow}. */
final class Hooks {
    private Hooks() {}

    /** Lets the packet run through the functions of a hook, in the order of their priorities. */
    static Passage traverse(Run run, String namespace, Skb skb, HookState where) {
        List<HookEntry> entries =
                run.world().netfilter(namespace).hooks(skb.packet().family()).at(where.hook());
        if (entries.isEmpty()) {
            return Passage.passed(skb);
        }
        run.emit(new PathEvent.HookEntered(Run.at(namespace, skb), where, entries.size()));
        Skb current = skb;
        for (HookEntry entry : entries) {
            HookFunction.Result result = call(new HookContext(run, namespace, where, entry), current);
            if (result.verdict() == Verdict.DROP) {
                run.emit(new PathEvent.Dropped(
                        Run.at(namespace, skb), result.place(), result.reason(), Optional.empty()));
            }
            if (result.verdict() != Verdict.ACCEPT) {
                return Passage.stopped(result.error());
            }
            current = result.skb();
        }
        run.emit(new PathEvent.HookLeft(Run.at(namespace, skb), where.hook()));
        return Passage.passed(current);
    }

    private static HookFunction.Result call(HookContext context, Skb skb) {
        context.emit(new PathEvent.FunctionEntered(context.at(skb), context.entry()));
        HookFunction.Result result = function(context.entry().owner()).run(skb, context);
        context.emit(new PathEvent.FunctionLeft(context.at(skb), context.entry(), result.verdict()));
        new Duplication(context, skb).catchUp();
        return result;
    }

    private static HookFunction function(HookOwner owner) {
        if (owner instanceof HookOwner.Legacy legacy) {
            return new TableFunction(legacy.table());
        }
        if (owner instanceof HookOwner.Conntrack) {
            return new ConntrackFunction();
        }
        if (owner instanceof HookOwner.Nat) {
            return new NatFunction();
        }
        return owner instanceof HookOwner.Confirm ? new ConfirmFunction() : new DefragFunction();
    }
}
