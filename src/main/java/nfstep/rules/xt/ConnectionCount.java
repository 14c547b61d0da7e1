package nfstep.rules.xt;

import java.util.List;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;

/**
 * The connections that count for one host or network: {@code struct nf_conncount_list}.
 *
 * @param connections in the order in which they were met; empty where all of them are gone
 * @param cleanedBy the burst in which a packet was the last to look for connections that are gone
 */
public record ConnectionCount(List<Counted> connections, long cleanedBy) {
    /** A connection that counts, by its original tuple: {@code struct nf_conncount_tuple}. */
    public record Counted(Tuple tuple, Zone zone) {}

    public ConnectionCount {
        connections = List.copyOf(connections);
    }
}
