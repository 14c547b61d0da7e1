package nfstep.conntrack;

/** One end of a new connection that is to be translated, and what it may become. */
public record NatRequest(Connection connection, Manip manip, NatRange range) {
    public NatRequest {
        if (connection.isConfirmed() || connection.has(manip.done())) {
            throw new IllegalArgumentException(manip + " of connection " + connection.id() + " is decided already");
        }
    }

    /**
     * What a flow gets that no rule translates: its own address, but where needed another port.
     *
     * <p>Source: {@code net/netfilter/nf_nat_core.c}, {@code nf_nat_alloc_null_binding}.
     */
    public static NatRequest withoutRule(Connection connection, Manip manip) {
        Tuple reply = connection.reply();
        return new NatRequest(
                connection, manip, NatRange.of(manip == Manip.SRC ? reply.destination() : reply.source()));
    }

    boolean isRandom() {
        return range.random() || range.fullyRandom();
    }

    /** Whether port, id or key are among those of the range, or the range has none: {@code l4proto_in_range}. */
    boolean allowsKey(Tuple tuple) {
        return range.ports()
                .map(ports -> !NatKey.has(tuple) || ports.contains(NatKey.of(tuple, manip)))
                .orElse(true);
    }

    /** Whether the source is among those of the range: {@code nf_in_range}. */
    boolean allowsSource(Tuple tuple) {
        boolean address = range.addresses()
                .map(addresses -> addresses.contains(tuple.source()))
                .orElse(true);
        return address && allowsKey(tuple);
    }
}
