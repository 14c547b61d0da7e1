package nfstep.conntrack;

import java.util.Optional;

/** Renews the time of a connection and counts its packets: {@code __nf_ct_refresh_acct}. */
final class Refresh {
    private Refresh() {}

    /** The packet is accepted: the connection lasts for as long as the setting says from now on. */
    static TrackOutcome accept(TrackInput input, ConntrackKnob timeout) {
        return accept(input, input.connection(), input.settings().value(timeout));
    }

    /** The packet is accepted: this version of its connection lasts for those seconds from now on. */
    static TrackOutcome accept(TrackInput input, Connection version, long seconds) {
        return new TrackOutcome.Accepted(count(input, renew(version, input.now(), seconds)), "");
    }

    private static Connection renew(Connection connection, long now, long seconds) {
        return connection.has(CtStatus.FIXED_TIMEOUT)
                ? connection
                : connection.withExpiry(now + seconds * 1_000_000_000L);
    }

    /** Counts the packet and nothing else: {@code nf_ct_acct_update}. */
    static Connection count(TrackInput input, Connection connection) {
        return counters(input)
                .map(counters -> counters.plus(input.direction(), input.packet().length()))
                .map(connection::withCounters)
                .orElse(connection);
    }

    /** Accounting is decided when a connection begins: {@code nf_ct_acct_ext_add}. */
    private static Optional<Connection.Counters> counters(TrackInput input) {
        boolean begins = !input.connection().isConfirmed() && input.settings().acct();
        return input.connection()
                .counters()
                .or(() -> begins ? Optional.of(Connection.Counters.ZERO) : Optional.empty());
    }
}
