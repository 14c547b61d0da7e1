package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nfstep.packet.IpFamily;

/** What iptables makes of the options of some extensions that are not modelled, before it saves them. */
final class Completions {
    private Completions() {}

    /** {@code NFQUEUE_init}: the queue is 0 if none is named. */
    static List<OptionUse> queue(Reading reading, List<OptionUse> uses) {
        List<OptionUse> all = new ArrayList<>(uses);
        if (!reading.has("queue-balance")) {
            add(reading, all, "queue-num", "0");
        }
        return all;
    }

    /** {@code cluster_parse}: a node is a bit of the mask. */
    static List<OptionUse> cluster(Reading reading, List<OptionUse> uses) {
        return changed(uses, use -> {
            if (!use.option().equals("cluster-local-node")) {
                return use;
            }
            long bit = 1L << (reading.number(use, 1, 32) - 1);
            return new OptionUse("cluster-local-nodemask", use.inverted(), List.of(Long.toString(bit)));
        });
    }

    /** {@code tproxy_tg1_opts}: address and mark are always there. */
    static List<OptionUse> tproxy(Reading reading, List<OptionUse> uses) {
        List<OptionUse> all = new ArrayList<>(uses);
        add(reading, all, "on-ip", reading.family() == IpFamily.IPV4 ? "0.0.0.0" : "::");
        add(reading, all, "tproxy-mark", "0/0");
        return all;
    }

    /** {@code ip6t_npt_checkentry}: only whole networks are translated. */
    static List<OptionUse> prefix(Reading reading, List<OptionUse> uses) {
        for (OptionUse use : uses) {
            int length = CtAddress.read(reading, use).mask().prefixLength().orElse(0);
            if (length > 64) {
                reading.refuse(use, "takes a prefix of at most 64 bits, not " + Quoting.quote(use.word()));
            }
        }
        return uses;
    }

    private static List<OptionUse> changed(List<OptionUse> uses, UnaryOperator<OptionUse> change) {
        return new ArrayList<>(uses.stream().map(change).toList());
    }

    private static void add(Reading reading, List<OptionUse> all, String option, String word) {
        if (!reading.has(option)) {
            all.add(new OptionUse(option, false, List.of(word)));
        }
    }
}
