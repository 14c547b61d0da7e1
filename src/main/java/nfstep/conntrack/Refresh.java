package nfstep.conntrack;

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

    private static Connection count(TrackInput input, Connection connection) {
        Connection.Counters counters = connection.counters();
        return isCounted(input, counters)
                ? connection.withCounters(
                        counters.plus(input.direction(), input.packet().length()))
                : connection;
    }

    /** Accounting is decided when a connection begins: {@code nf_ct_acct_ext_add}. */
    private static boolean isCounted(TrackInput input, Connection.Counters counters) {
        return input.connection().isConfirmed()
                ? !counters.equals(Connection.Counters.ZERO)
                : input.settings().acct();
    }
}
