package nfstep.engine;

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
        return RoutingOutput.anew(context, result.skb());
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
