package nfstep.conntrack;

/** What tracking thinks of a TCP connection: {@code enum tcp_conntrack}, in the kernel's order. */
public enum TcpState {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    SYN_SENT2;

    private static final long SYN_SENT2_SECONDS = 120;

    /** How many seconds a connection lasts in this state; SYN_SENT2 has no setting. */
    long timeout(ConntrackSettings settings) {
        return switch (this) {
            case NONE -> 0;
            case SYN_SENT -> settings.value(ConntrackKnob.TCP_TIMEOUT_SYN_SENT);
            case SYN_RECV -> settings.value(ConntrackKnob.TCP_TIMEOUT_SYN_RECV);
            case ESTABLISHED -> settings.value(ConntrackKnob.TCP_TIMEOUT_ESTABLISHED);
            case FIN_WAIT -> settings.value(ConntrackKnob.TCP_TIMEOUT_FIN_WAIT);
            case CLOSE_WAIT -> settings.value(ConntrackKnob.TCP_TIMEOUT_CLOSE_WAIT);
            case LAST_ACK -> settings.value(ConntrackKnob.TCP_TIMEOUT_LAST_ACK);
            case TIME_WAIT -> settings.value(ConntrackKnob.TCP_TIMEOUT_TIME_WAIT);
            case CLOSE -> settings.value(ConntrackKnob.TCP_TIMEOUT_CLOSE);
            case SYN_SENT2 -> SYN_SENT2_SECONDS;
        };
    }

    /** Whether the connection is coming to its end, so that its tuple may be in use again: {@code tcp_can_early_drop}. */
    boolean isClosing() {
        return switch (this) {
            case FIN_WAIT, CLOSE_WAIT, LAST_ACK, TIME_WAIT, CLOSE -> true;
            default -> false;
        };
    }
}
