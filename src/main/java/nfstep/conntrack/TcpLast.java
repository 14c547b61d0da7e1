package nfstep.conntrack;

/**
 * What is remembered of the last segment that mattered: {@code last_*} of {@code struct ip_ct_tcp}.
 *
 * @param window as the header said it, unscaled
 * @param flags bits of {@link TcpFlag}
 */
public record TcpLast(
        Direction direction,
        TcpKind kind,
        int sequence,
        int acknowledgement,
        int end,
        int window,
        int scale,
        int flags) {
    /** Before any segment. */
    public static final TcpLast UNSEEN = new TcpLast(Direction.ORIGINAL, TcpKind.NONE, 0, 0, 0, 0, 0, 0);

    /** Whether that is remembered. */
    public boolean has(TcpFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    TcpLast seen(Direction newDirection, TcpKind newKind) {
        return new TcpLast(newDirection, newKind, sequence, acknowledgement, end, window, scale, flags);
    }

    TcpLast numbers(int newSequence, int newAcknowledgement, int newEnd, int newWindow) {
        return new TcpLast(direction, kind, newSequence, newAcknowledgement, newEnd, newWindow, scale, flags);
    }

    TcpLast withAcknowledgement(int number) {
        return numbers(sequence, number, end, window);
    }

    TcpLast withScale(int shift) {
        return new TcpLast(direction, kind, sequence, acknowledgement, end, window, shift, flags);
    }

    TcpLast withFlags(int bits) {
        return new TcpLast(direction, kind, sequence, acknowledgement, end, window, scale, bits);
    }

    TcpLast with(TcpFlag flag) {
        return withFlags(flags | flag.bit());
    }

    TcpLast without(TcpFlag flag) {
        return withFlags(flags & ~flag.bit());
    }
}
