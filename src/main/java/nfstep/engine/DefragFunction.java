package nfstep.engine;

import nfstep.rules.Skb;

/** Reassembly before connection tracking: {@code nf_defrag_ipv4.c}. Whole packets pass. */
final class DefragFunction implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        if (skb.packet().isFragment()) {
            return Result.drop(skb, "defrag", "fragments are not reassembled by this version of nfstep");
        }
        return Result.accept(skb);
    }
}
