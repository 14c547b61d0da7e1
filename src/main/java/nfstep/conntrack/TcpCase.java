package nfstep.conntrack;

/** A segment and the connection that it meets. */
record TcpCase(TrackInput input, TcpSegment segment, TcpTracking tracking) {
    Direction direction() {
        return input.direction();
    }

    TcpKind kind() {
        return segment.kind();
    }

    TcpState state() {
        return tracking.state();
    }

    TcpLast last() {
        return tracking.last();
    }

    TcpEnd sender() {
        return tracking.end(direction());
    }

    TcpEnd receiver() {
        return tracking.end(direction().opposite());
    }

    boolean connectionHas(CtStatus bit) {
        return input.connection().has(bit);
    }

    TcpCase with(TcpTracking other) {
        return new TcpCase(input, segment, other);
    }

    TcpCase withSender(TcpEnd end) {
        return with(tracking.with(direction(), end));
    }

    TcpCase withReceiver(TcpEnd end) {
        return with(tracking.with(direction().opposite(), end));
    }
}
