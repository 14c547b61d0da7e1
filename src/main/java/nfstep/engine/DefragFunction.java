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
        return new Defragmentation(context.run(), context.namespace(), user(skb, context))
                .take(skb)
                .map(Result::accept)
                .orElseGet(() -> Result.stolen(skb));
    }

    /** {@code nf_ct_defrag_user}. */
    private static User user(Skb skb, HookContext context) {
        if (context.where().hook() == Hook.OUTPUT) {
            return User.CONNTRACK_OUT;
        }
        return skb.bridge().in().isPresent() ? User.CONNTRACK_BRIDGE_IN : User.CONNTRACK_IN;
    }
}
