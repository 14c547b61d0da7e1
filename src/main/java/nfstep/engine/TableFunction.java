package nfstep.engine;

import java.util.Optional;
import nfstep.packet.Packet;
import nfstep.rules.Hook;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;

/** A table of iptables as a hook function: {@code ipt_do_table}; mangle routes changed packets anew at OUTPUT. */
record TableFunction(TableName table) implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        Result result = new TableWalk(context, table, skb).walk();
        boolean reroutes = table == TableName.MANGLE && context.where().hook() == Hook.OUTPUT;
        if (!reroutes || result.verdict() != Verdict.ACCEPT || !changed(skb, result.skb())) {
            return result;
        }
        Optional<Skb> routed = RoutingOutput.anew(context, result.skb());
        return routed.map(Result::accept)
                .orElseGet(() -> Result.drop(result.skb(), "re-routing", "no route after mangle/OUTPUT changed it"));
    }

    /** {@code iptable_mangle.c}, {@code ipt_mangle_out}: these four fields count. */
    private static boolean changed(Skb before, Skb after) {
        Packet a = before.packet();
        Packet b = after.packet();
        return !a.source().equals(b.source())
                || !a.destination().equals(b.destination())
                || a.tos() != b.tos()
                || before.mark() != after.mark();
    }
}
