package nfstep.state;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.Expectations;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.rules.Backend;
import nfstep.rules.RuleSet;
import nfstep.rules.Skb;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Netfilter's state in one namespace.
 *
 * @param peers the buckets of ICMP rate limiting by destination: {@code struct inet_peer}
 * @param expectations what the helpers of connections expect
 */
public record Netfilter(
        RuleSet rules4,
        RuleSet rules6,
        HookList hooks4,
        HookList hooks6,
        ConntrackTable connections,
        Counters counters,
        HashPMap<IpAddress, PeerBucket> peers,
        Expectations expectations) {
    /** A namespace in which nothing has used netfilter yet. */
    public static Netfilter initial() {
        return new Netfilter(
                RuleSet.empty(IpFamily.IPV4),
                RuleSet.empty(IpFamily.IPV6),
                HookList.empty(),
                HookList.empty(),
                ConntrackTable.empty(),
                Counters.ZERO,
                HashTreePMap.empty(),
                Expectations.none());
    }

    /** The tables of a family. */
    public RuleSet rules(IpFamily family) {
        return family == IpFamily.IPV4 ? rules4 : rules6;
    }

    /** The functions of a family. */
    public HookList hooks(IpFamily family) {
        return family == IpFamily.IPV4 ? hooks4 : hooks6;
    }

    /** Whether connections of that family are tracked here. */
    public boolean tracks(IpFamily family) {
        return hooks(family).has(new HookOwner.Conntrack());
    }

    /** This state with other tables of a family in that backend; functions come and go with what they need. */
    public Netfilter with(RuleSet rules, Backend backend) {
        HookList list = hooks(rules.family());
        for (var table : rules.used()) {
            list = list.withTable(table.name(), backend);
        }
        list = rules.needsConntrack() ? list.withConntrack() : list.withoutConntrack();
        list = rules.needsDefrag() ? list.withDefrag() : list;
        return rules.family() == IpFamily.IPV4
                ? new Netfilter(rules, rules6, list, hooks6, connections, counters, peers, expectations)
                : new Netfilter(rules4, rules, hooks4, list, connections, counters, peers, expectations);
    }

    /** This state with other connections. */
    public Netfilter withConnections(ConntrackTable other) {
        return new Netfilter(rules4, rules6, hooks4, hooks6, other, counters, peers, expectations);
    }

    /** This state with other counters. */
    public Netfilter withCounters(Counters other) {
        return new Netfilter(rules4, rules6, hooks4, hooks6, connections, other, peers, expectations);
    }

    /** This state with another bucket for a destination. */
    public Netfilter withPeer(IpAddress address, PeerBucket bucket) {
        return new Netfilter(
                rules4, rules6, hooks4, hooks6, connections, counters, peers.plus(address, bucket), expectations);
    }

    /** This state with other expectations. */
    public Netfilter with(Expectations other) {
        return new Netfilter(rules4, rules6, hooks4, hooks6, connections, counters, peers, other);
    }

    /** What a packet carries of connection tracking, as matches see it: its connection, or the template of a CT rule. */
    public Optional<Connection> connection(Skb skb) {
        return skb.template().isPresent()
                ? skb.template().map(t -> t.connection(skb.packet().family()))
                : connections.connection(skb.ct().connection());
    }
}
