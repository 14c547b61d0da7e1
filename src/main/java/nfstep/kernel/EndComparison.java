package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nfstep.packet.IpFamily;

/** Compares what a namespace holds at the end: connections, rules and their counters. */
record EndComparison(ModelRun model, KernelRun kernel, DrawnPorts ports, Tally tally) {
    /** Compares one namespace. */
    void compare(String namespace) {
        KernelRun.End end = kernel.ends().getOrDefault(namespace, KernelRun.End.EMPTY);
        connections(namespace, end.connections());
        for (IpFamily family : IpFamily.values()) {
            rules(namespace, family, end.rules().getOrDefault(family, ""));
        }
    }

    private void connections(String namespace, List<String> lines) {
        long drift = Math.max(0, kernel.nanos() - model.nanos()) / 1_000_000_000L;
        List<Listed> theirs = new ArrayList<>(Listed.of(lines));
        List<Listed> left = new ArrayList<>();
        for (Listed line : model.connections(namespace)) {
            Optional<Listed> found = theirs.stream()
                    .filter(k -> k.admits(line, drift) && ports.same(line.text(), k.text()))
                    .findFirst();
            found.ifPresent(theirs::remove);
            tally.agree(found.isPresent() ? 1 : 0);
            if (found.isEmpty() && !line.mayBeOver(drift)) {
                left.add(line);
            }
        }
        if (!left.isEmpty() || !theirs.isEmpty()) {
            Difference difference = end(namespace, "conntrack -L", first(left), first(theirs));
            tally.differ(Math.max(left.size(), theirs.size()), difference);
        }
    }

    private static Optional<String> first(List<Listed> lines) {
        return lines.stream().findFirst().map(Listed::shown);
    }

    /** How often real TCP stacks send is their own affair, and so is what IPv6 stacks exchange unasked. */
    private void rules(String namespace, IpFamily family, String text) {
        boolean counted = model.stacks().isEmpty() && family == IpFamily.IPV4;
        SavedTables saved = new SavedTables(model.backend(), counted);
        Map<String, String> ours = saved.tables(model.rules(namespace, family));
        Map<String, String> theirs = saved.tables(text);
        String command = (family == IpFamily.IPV4 ? "iptables" : "ip6tables") + "-save -c";
        TreeSet<String> tables = new TreeSet<>(ours.keySet());
        tables.addAll(theirs.keySet());
        for (String table : tables) {
            String one = ours.getOrDefault(table, "");
            String other = theirs.getOrDefault(table, "");
            if (one.equals(other)) {
                tally.agree(1);
            } else {
                SavedTables.Lines lines = SavedTables.firstDifference(one, other);
                tally.differ(1, end(namespace, command + " -t " + table, lines.ours(), lines.theirs()));
            }
        }
    }

    private Difference end(String namespace, String command, Optional<String> ours, Optional<String> theirs) {
        return new Difference(model.lastEvent(), namespace, command, ours, theirs, "");
    }
}
