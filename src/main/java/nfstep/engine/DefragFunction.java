package nfstep.engine;

import nfstep.engine.Reassembly.User;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/**
 * Reassembly before connection tracking: {@code nf_defrag_ipv4.c}, {@code ipv4_conntrack_defrag}. Whole packets and those
 * that are not tracked pass.
 */
final class DefragFunction implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        boolean untracked = skb.ct().info() == nfstep.conntrack.CtInfo.UNTRACKED;
        if (!skb.packet().isIpv4() || !skb.packet().isFragment() || untracked) {
            return Result.accept(skb);
        }
        User user = context.where().hook() == Hook.OUTPUT ? User.CONNTRACK_OUT : User.CONNTRACK_IN;
        return new Defragmentation(context.run(), context.namespace(), user)
                .take(skb)
                .map(Result::accept)
                .orElseGet(() -> Result.stolen(skb));
    }
}
