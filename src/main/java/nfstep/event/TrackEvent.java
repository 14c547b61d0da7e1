package nfstep.event;

import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.Tuple;
import nfstep.rules.Skb;
import nfstep.state.Change;

/** What connection tracking does with a packet. */
public sealed interface TrackEvent extends PacketEvent {
    /** The packet's tuple belongs to a connection that is known. */
    record Found(At at, Skb skb, Connection connection, Direction direction, Tuple tuple) implements TrackEvent {
        @Override
        public String sentence() {
            String way = direction == Direction.REPLY ? "reply" : "original";
            return "belongs to connection " + connection.id() + ", " + way + " direction: "
                    + skb.ct().info().state();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }

    /** The packet is the first of a connection; it is not in the table before it is confirmed. */
    record Created(At at, Skb skb, Connection connection) implements TrackEvent {
        @Override
        public String sentence() {
            return "first packet of new connection " + connection.id() + ": "
                    + skb.ct().info().state();
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionSet(at.namespace(), connection));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }

    /**
     * The connection's helper read in the packet that another connection will come, and expects it from now on.
     *
     * @param what it read, and what it wrote in its place
     */
    record Announced(At at, Expectation expectation, String what) implements TrackEvent {
        @Override
        public String sentence() {
            return "helper " + expectation.helper() + " of connection " + expectation.master() + " reads " + what
                    + ", and expects " + Sentences.expected(expectation);
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ExpectationSet(at.namespace(), expectation));
        }
    }

    /** Another connection is expected in the place of this one. */
    record Superseded(At at, Expectation expectation) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + expectation.master() + " does not expect any more "
                    + Sentences.expected(expectation);
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ExpectationRemoved(at.namespace(), expectation.id()));
        }
    }

    /** The packet is the first one of a connection that was expected. */
    record Fulfilled(At at, Expectation expectation) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + expectation.master() + " expected this packet, by its helper "
                    + expectation.helper();
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ExpectationRemoved(at.namespace(), expectation.id()));
        }
    }

    /** The packet is an error about a connection. */
    record Related(At at, Skb skb, Connection connection, Tuple inner) implements TrackEvent {
        @Override
        public String sentence() {
            return "an ICMP error about connection " + connection.id() + ": RELATED";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }

    /** The packet has no connection, and why. */
    record Refused(At at, Skb skb, String reason) implements TrackEvent {
        @Override
        public String sentence() {
            return skb.ct().info().state() + ": " + reason;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }

    /** The packet already carries what tracking would find. */
    record Skipped(At at, String reason) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection not looked up: " + reason;
        }
    }

    /** The connection is another version of itself after this packet. */
    record Changed(At at, Connection before, Connection after, String what) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + after.id() + ": " + what;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionSet(at.namespace(), after));
        }
    }

    /** The connection enters the table: its first packet passed everything. */
    record Confirmed(At at, Connection connection) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " is confirmed: it is in the table from now on";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionSet(at.namespace(), connection));
        }
    }

    /** The connection that was never confirmed goes with its packet. */
    record Discarded(At at, long connection, String reason) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + connection + " is forgotten: " + reason;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionRemoved(at.namespace(), connection));
        }
    }

    /** The connection is taken out of the table by a packet. */
    record Destroyed(At at, Connection connection, String reason) implements TrackEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " is destroyed: " + reason;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionRemoved(at.namespace(), connection.id()));
        }
    }
}
