package nfstep.engine;

import nfstep.rules.Skb;
import nfstep.rules.Verdict;

/** What runs at a hook: a packet in, a packet and a verdict out, events on the way ({@code nf_hookfn}). */
@FunctionalInterface
interface HookFunction {
    /**
     * What a function answers.
     *
     * @param place where the packet was dropped, for a DROP; empty for other verdicts
     * @param reason why it was dropped; empty for other verdicts
     */
    record Result(Skb skb, Verdict verdict, String place, String reason) {
        static Result accept(Skb skb) {
            return new Result(skb, Verdict.ACCEPT, "", "");
        }

        static Result drop(Skb skb, String place, String reason) {
            return new Result(skb, Verdict.DROP, place, reason);
        }
    }

    /** Lets the packet run through this function. */
    Result run(Skb skb, HookContext context);
}
