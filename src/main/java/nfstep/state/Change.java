package nfstep.state;

import java.util.ArrayList;
import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackKnob;
import nfstep.conntrack.Expectation;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.SysctlName;
import nfstep.host.Sysctls;
import nfstep.host.edit.ForgetNeighbours;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.rules.Backend;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.RuleSet;
import nfstep.rules.RulesEdit;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Table;

/** The ways in which a world changes. All state goes through {@link #applyTo}; a replay of the changes gives the same. */
public sealed interface Change {
    /** The world after this change. */
    World applyTo(World world);

    /** The configured network changes. */
    record NetworkEdited(NetworkEdit edit) implements Change {
        @Override
        public World applyTo(World world) {
            return leading(world, edit.applyTo(world.network()).orElseThrow());
        }

        /** The world after this change, which leads to that network. */
        public World leading(World world, Network after) {
            World edited = world.with(after);
            return edit instanceof ForgetNeighbours forget ? forgotten(edited, forget) : edited;
        }

        private static World forgotten(World world, ForgetNeighbours forget) {
            String namespace = forget.namespace();
            LinkLayer known = world.links(namespace);
            LinkLayer rest = known;
            for (NeighbourKey key : known.neighbours().keySet()) {
                rest = forget.means(world.network().namespace(namespace), key) ? rest.without(key) : rest;
            }
            return world.with(namespace, rest);
        }
    }

    /** A table of rules changes. */
    record RulesEdited(String namespace, IpFamily family, RulesEdit edit) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            RuleSet rules = state.rules(family);
            Table before = rules.table(edit.table());
            RuleNumbering numbers = new RuleNumbering(world);
            EditedTable after = edit.applyTo(before, numbers).orElseThrow();
            Netfilter edited = state.with(rules.with(after.table()), world.backend());
            Counters counters = new TableCounters(this, before, after, world).of(edited);
            World counting = needsAccounting(world, before, after.table()) ? accounting(world) : world;
            return counting.with(namespace, edited.withCounters(counters))
                    .with(world.ids().withRule(numbers.following()));
        }

        /** A rule turns it on when it is loaded; legacy loads all of a table whenever one of them changes. */
        private boolean needsAccounting(World world, Table before, Table after) {
            if (world.backend() == Backend.LEGACY) {
                return edit.replacesTable() && after.needsAccounting();
            }
            return after.chains().stream()
                    .flatMap(chain -> chain.rules().stream())
                    .anyMatch(rule -> rule.needsAccounting() && !before.has(rule));
        }

        private World accounting(World world) {
            SysctlName setting = SysctlName.find(ConntrackKnob.ACCT.sysctl()).orElseThrow();
            Namespace host = world.network().namespace(namespace);
            Sysctls on = host.sysctls().with(setting, 1);
            return world.with(world.network().with(host.withSysctls(on)));
        }
    }

    /** A table is looked at for the first time, and exists from then on. */
    record TableUsed(String namespace, IpFamily family, nfstep.rules.TableName table) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            RuleSet rules = state.rules(family);
            return world.with(namespace, state.with(rules.with(rules.table(table)), world.backend()));
        }
    }

    /** A rule matched a packet of that length in bytes. */
    record RuleCounted(String namespace, long rule, int length) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            Counter counter = state.counters().ofRule(rule).plus(length);
            return world.with(namespace, state.withCounters(state.counters().withRule(rule, counter)));
        }
    }

    /** A policy took a packet of that length in bytes. */
    record PolicyCounted(String namespace, Counters.PolicyKey policy, int length) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            Counter counter = state.counters().ofPolicy(policy).plus(length);
            return world.with(namespace, state.withCounters(state.counters().withPolicy(policy, counter)));
        }
    }

    /** A stateful match learned something. */
    record MatchLearned(String namespace, Counters.MemoryKey match, StatefulMatch.Lesson lesson) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            return world.with(namespace, state.withCounters(state.counters().learned(match, lesson)));
        }
    }

    /** A connection is there in this version from now on. */
    record ConnectionSet(String namespace, Connection connection) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            World set = world.with(
                    namespace, state.withConnections(state.connections().with(connection)));
            return connection.id() < world.ids().connection()
                    ? set
                    : set.with(set.ids().afterConnection());
        }
    }

    /** A connection is gone, and what it expected with it. */
    record ConnectionRemoved(String namespace, long id) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            Netfilter without = state.withConnections(state.connections().without(id));
            return world.with(namespace, without.with(state.expectations().withoutMaster(id)));
        }
    }

    /** A helper expects a connection from now on. */
    record ExpectationSet(String namespace, Expectation expectation) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            return world.with(namespace, state.with(state.expectations().with(expectation)));
        }
    }

    /** A connection is not expected any more. */
    record ExpectationRemoved(String namespace, long id) implements Change {
        @Override
        public World applyTo(World world) {
            Netfilter state = world.netfilter(namespace);
            return world.with(namespace, state.with(state.expectations().without(id)));
        }
    }

    /** A socket is there in this version from now on. */
    record SocketSet(String namespace, Socket socket) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(namespace, world.sockets(namespace).with(socket));
        }
    }

    /** A socket is closed. */
    record SocketRemoved(String namespace, long id) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(namespace, world.sockets(namespace).without(id));
        }
    }

    /** ICMP rate limiting remembers something else of a destination. */
    record PeerSet(String namespace, IpAddress address, PeerBucket bucket) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(namespace, world.netfilter(namespace).withPeer(address, bucket));
        }
    }

    /** A bridge saw a link-layer address behind the port with that index, at that time in nanoseconds. */
    record StationSeen(String namespace, int bridge, MacAddress mac, int port, long at) implements Change {
        @Override
        public World applyTo(World world) {
            LinkLayer known = world.links(namespace);
            ForwardingTable table = known.bridge(bridge).with(mac, new ForwardingTable.Station(port, at));
            return world.with(namespace, known.with(bridge, table));
        }
    }

    /** A neighbour answered. */
    record NeighbourFound(String namespace, NeighbourKey key, LinkLayer.Neighbour neighbour) implements Change {
        @Override
        public World applyTo(World world) {
            LinkLayer known = world.links(namespace);
            return world.with(namespace, known.with(key, neighbour));
        }
    }

    /** ICMP told of the way to a destination. */
    record PathFound(String namespace, IpAddress destination, LinkLayer.Path path) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(namespace, world.links(namespace).with(destination, path));
        }
    }

    /** A neighbour does not answer any more. */
    record NeighbourLost(String namespace, NeighbourKey key) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(namespace, world.links(namespace).without(key));
        }
    }

    /** Numbers were given out. */
    record IdsTaken(Ids next) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(next);
        }
    }

    /** Virtual time is now that many nanoseconds. */
    record TimeSet(long nanos) implements Change {
        @Override
        public World applyTo(World world) {
            if (nanos < world.now()) {
                throw new IllegalArgumentException("time goes back from " + world.now() + " to " + nanos);
            }
            return world.at(nanos);
        }
    }

    /** The virtual date is now that one, in seconds since 1970 UTC; no time passes. */
    record DateSet(long date) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(world.clock().showing(date));
        }
    }

    /** A lab says what is drawn next in a namespace. */
    record DrawsChosen(String namespace, DrawKind draw, List<Long> values) implements Change {
        public DrawsChosen {
            values = List.copyOf(values);
        }

        @Override
        public World applyTo(World world) {
            return world.with(world.draws().with(namespace, draw, values));
        }
    }

    /** What a lab chose was drawn; the number is that of a {@link ChosenDraw}. */
    record DrawTaken(long number) implements Change {
        @Override
        public World applyTo(World world) {
            return world.with(world.draws().without(number));
        }
    }

    /** The world after all of these changes, in their order. */
    static World applyAll(List<Change> changes, World world) {
        World result = world;
        for (Change change : new ArrayList<>(changes)) {
            result = change.applyTo(result);
        }
        return result;
    }
}
