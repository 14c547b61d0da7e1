package nfstep.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.NatEvent;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.rules.HookState;
import nfstep.rules.Verdict;

/**
 * A walk as nftables traces it, with each packet marked before the first chain: {@code net/netfilter/nf_tables_core.c},
 * {@code nft_do_chain}. A rule is told of when it was carried out, with its verdict.
 */
public final class NftTrace {
    private static final String CONTINUE = "CONTINUE";

    private final NftOrder order;
    private final Map<At, NftVisit> visits = new HashMap<>();

    private NftTrace(Consumer<TraceLog.Line> lines) {
        this.order = new NftOrder(lines);
    }

    /** Gives all lines of a walk, those of all namespaces, in their order. */
    public static void of(Walk walk, Consumer<TraceLog.Line> lines) {
        NftTrace trace = new NftTrace(lines);
        Focus focus = Focus.START;
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (event instanceof PacketEvent packet) {
                trace.see(i, packet, focus);
            }
            focus = event.moves(focus);
        }
        trace.order.end();
    }

    private void see(int number, PacketEvent event, Focus focus) {
        if (event instanceof RuleEvent.ChainEntered entered && entered.how() == Entry.HOOK) {
            HookState where = focus.where().orElseThrow();
            visits.put(entered.at(), new NftVisit(where, focus.skb().orElseThrow()));
        } else if (visits.containsKey(event.at())) {
            in(visits.get(event.at()), number, event);
        }
        order.see(event);
    }

    private void in(NftVisit visit, int number, PacketEvent event) {
        if (event instanceof PathEvent.FunctionLeft left) {
            if (left.verdict() != Verdict.DROP) {
                end(visit, event.at(), left.verdict().toString());
                visits.remove(event.at());
            }
        } else if (event instanceof PathEvent.Dropped dropped) {
            end(visit, event.at(), visit.isEndedBy(dropped) ? "DROP" : CONTINUE);
            visit.dropped(number, dropped).ifPresent(told -> tell(visit, event.at(), told));
            visits.remove(event.at());
        } else if (event instanceof NatEvent.Decided) {
            visit.decided();
        } else if (event instanceof RuleEvent rule) {
            in(visit, number, rule);
        }
    }

    private void in(NftVisit visit, int number, RuleEvent event) {
        if (event instanceof RuleEvent.ChainEntered entered) {
            String how = entered.how() == Entry.JUMP ? "JUMP:" : "GOTO:";
            end(visit, event.at(), how + entered.chain().chain());
        } else if (event instanceof RuleEvent.RuleMatched matched) {
            end(visit, event.at(), CONTINUE);
            visit.begin(number, matched);
        } else if (event instanceof RuleEvent.TargetApplied applied) {
            endOther(visit, applied);
            visit.becomes(applied.after());
        } else if (event instanceof RuleEvent.ChainLeft left) {
            end(visit, event.at(), CONTINUE);
            if (!left.byRule()) {
                tell(visit, event.at(), visit.left(number, left));
            }
        } else if (event instanceof RuleEvent.PolicyApplied policy) {
            end(visit, event.at(), CONTINUE);
            tell(visit, event.at(), visit.policy(number, policy));
        }
    }

    /** A match of a later rule may change the packet, too. */
    private void endOther(NftVisit visit, RuleEvent.TargetApplied applied) {
        if (!visit.isAt(applied.chain(), applied.number())) {
            end(visit, applied.at(), CONTINUE);
        }
    }

    private void end(NftVisit visit, At at, String verdict) {
        visit.end(verdict).ifPresent(told -> tell(visit, at, told));
    }

    private void tell(NftVisit visit, At at, NftVisit.Told told) {
        order.tell(at, visit.where().hook(), told);
    }
}
