package nfstep.debugger;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.rules.Chain;
import nfstep.rules.TableName;
import nfstep.source.Nearest;
import nfstep.state.World;

/** Whether a breakpoint names a chain that some namespace has, now or at the end of the walk. */
final class KnownChains {
    private KnownChains() {}

    /** Why nothing would ever stop there, as far as can be known. */
    static Optional<String> objection(Session session, Breakpoint breakpoint) {
        if (breakpoint instanceof Breakpoint.AtChain at) {
            return objection(session, at.table(), at.chain());
        }
        return breakpoint instanceof Breakpoint.AtRule at
                ? objection(session, at.table(), at.chain())
                : Optional.empty();
    }

    private static Optional<String> objection(Session session, TableName table, String chain) {
        NavigableSet<String> known = new TreeSet<>();
        add(known, session.scene().after().world(), table);
        add(known, session.walk().end().world(), table);
        if (known.contains(chain)) {
            return Optional.empty();
        }
        String hint = Nearest.among(chain, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("its chains are " + String.join(", ", known));
        return Optional.of("no namespace has a chain " + chain + " in table " + table.word() + "; " + hint);
    }

    private static void add(NavigableSet<String> known, World world, TableName table) {
        for (Namespace host : world.network().namespaces()) {
            for (IpFamily family : IpFamily.values()) {
                world.netfilter(host.name()).rules(family).table(table).chains().stream()
                        .map(Chain::name)
                        .forEach(known::add);
            }
        }
    }
}
