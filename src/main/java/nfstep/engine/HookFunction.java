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
     * @param error what a process that sends the packet is told, as strerror(3) says it; empty for other verdicts
     */
    record Result(Skb skb, Verdict verdict, String place, String reason, String error) {
        static Result accept(Skb skb) {
            return new Result(skb, Verdict.ACCEPT, "", "", "");
        }

        static Result drop(Skb skb, String place, String reason) {
            return new Result(skb, Verdict.DROP, place, reason, "Operation not permitted");
        }

        /** Dropped with an error of its own: {@code NF_DROP_ERR}. */
        static Result fail(Skb skb, String place, String reason, String error) {
            return new Result(skb, Verdict.DROP, place, reason, error);
        }

        /** Kept by the function, which goes on with it later or lets it go. */
        static Result stolen(Skb skb) {
            return new Result(skb, Verdict.STOLEN, "", "", "");
        }
    }

    /** Lets the packet run through this function. */
    Result run(Skb skb, HookContext context);
}
