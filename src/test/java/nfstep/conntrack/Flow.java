package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.Packet;

/** A connection that a test drives packet by packet, as the hook at priority -200 and the confirmation would. */
final class Flow {
    private static final long SECOND = 1_000_000_000L;

    private ConntrackSettings settings = ConntrackSettings.defaults();
    private Connection connection;
    private long now;

    private Flow(Connection connection) {
        this.connection = connection;
    }

    /** A flow of which no packet was seen yet, but this one will be the first. */
    static Flow of(Packet first) {
        Tuple tuple = Tuples.of(first).orElseThrow();
        return new Flow(
                Connection.fresh(1, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow()));
    }

    Flow with(String setting, long value) {
        settings = settings.with(setting, value);
        return this;
    }

    Flow after(double seconds) {
        now += (long) (seconds * SECOND);
        return this;
    }

    Connection connection() {
        return connection;
    }

    ConntrackSettings settings() {
        return settings;
    }

    long now() {
        return now;
    }

    /** Sends a packet and keeps what became of the connection; a new one is confirmed. */
    TrackOutcome send(Packet packet) {
        Tuple tuple = Tuples.of(packet).orElseThrow();
        Direction direction = connection.original().equals(tuple) ? Direction.ORIGINAL : Direction.REPLY;
        assertThat(connection.tuple(direction)).isEqualTo(tuple);
        TrackOutcome outcome = Trackers.track(new TrackInput(connection, direction, packet, now, settings, true));
        if (outcome instanceof TrackOutcome.Accepted accepted) {
            connection = accepted.after().with(CtStatus.CONFIRMED);
        } else if (outcome instanceof TrackOutcome.Ignored ignored) {
            connection = ignored.after();
        } else if (outcome instanceof TrackOutcome.InvalidButChanged changed) {
            connection = changed.after();
        }
        return outcome;
    }

    /** Sends a packet that must be accepted, and says what changed. */
    String accepts(Packet packet) {
        TrackOutcome outcome = send(packet);
        assertThat(outcome).isInstanceOf(TrackOutcome.Accepted.class);
        return ((TrackOutcome.Accepted) outcome).what();
    }

    /** Sends a packet that must be refused, and says why. */
    String refuses(Packet packet) {
        TrackOutcome outcome = send(packet);
        assertThat(outcome).isInstanceOf(TrackOutcome.Invalid.class);
        return ((TrackOutcome.Invalid) outcome).why();
    }

    /** How many seconds it has left. */
    double left() {
        return (connection.expiresAt() - now) / (double) SECOND;
    }
}
