package nfstep.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;

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
        if (event instanceof PathEvent.Sent sent) {
            order.sent(sent);
        } else if (event instanceof RuleEvent.ChainEntered entered && entered.how() == Entry.HOOK) {
            visits.put(
                    entered.at(),
                    new NftVisit(focus.where().orElseThrow(), focus.skb().orElseThrow()));
        } else if (visits.containsKey(event.at())) {
            in(visits.get(event.at()), number, event);
        }
    }

    private void in(NftVisit visit, int number, PacketEvent event) {
        if (event instanceof PathEvent.FunctionLeft left) {
            end(visit, event.at(), left.verdict().toString());
            visits.remove(event.at());
        } else if (event instanceof RuleEvent rule) {
            in(visit, number, rule);
        }
    }

    private void in(NftVisit visit, int number, RuleEvent event) {
        if (event instanceof RuleEvent.ChainEntered entered) {
            end(
                    visit,
                    event.at(),
                    (entered.how() == Entry.JUMP ? "JUMP:" : "GOTO:")
                            + entered.chain().chain());
        } else if (event instanceof RuleEvent.RuleMatched matched) {
            end(visit, event.at(), CONTINUE);
            visit.begin(number, matched);
        } else if (event instanceof RuleEvent.ChainLeft left) {
            end(visit, event.at(), CONTINUE);
            if (!left.byRule()) {
                tell(visit, event, visit.line(number, left, left.chain(), "return:" + left.number()));
            }
        } else if (event instanceof RuleEvent.PolicyApplied policy) {
            end(visit, event.at(), CONTINUE);
            String what = "policy:" + policy.number() + ":" + policy.policy();
            tell(visit, event, visit.line(number, policy, policy.chain(), what));
        } else if (event instanceof RuleEvent.TargetApplied applied) {
            visit.becomes(applied.after());
        }
    }

    private void tell(NftVisit visit, RuleEvent event, TraceLog.Line line) {
        order.tell(event.at(), visit.where().hook(), new NftVisit.Told(line, false));
    }

    private void end(NftVisit visit, At at, String verdict) {
        visit.end(verdict).ifPresent(told -> order.tell(at, visit.where().hook(), told));
    }
}
