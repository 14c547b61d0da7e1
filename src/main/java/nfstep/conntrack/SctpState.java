package nfstep.conntrack;

/** What tracking thinks of an SCTP association: {@code enum sctp_conntrack}, in the kernel's order. */
public enum SctpState {
    NONE,
    CLOSED,
    COOKIE_WAIT,
    COOKIE_ECHOED,
    ESTABLISHED,
    SHUTDOWN_SENT,
    SHUTDOWN_RECD,
    SHUTDOWN_ACK_SENT,
    HEARTBEAT_SENT;

    /** How many seconds an association lasts in this state. */
    long timeout(ConntrackSettings settings) {
        return settings.value(
                switch (this) {
                    case NONE, CLOSED -> ConntrackKnob.SCTP_TIMEOUT_CLOSED;
                    case COOKIE_WAIT -> ConntrackKnob.SCTP_TIMEOUT_COOKIE_WAIT;
                    case COOKIE_ECHOED -> ConntrackKnob.SCTP_TIMEOUT_COOKIE_ECHOED;
                    case ESTABLISHED -> ConntrackKnob.SCTP_TIMEOUT_ESTABLISHED;
                    case SHUTDOWN_SENT -> ConntrackKnob.SCTP_TIMEOUT_SHUTDOWN_SENT;
                    case SHUTDOWN_RECD -> ConntrackKnob.SCTP_TIMEOUT_SHUTDOWN_RECD;
                    case SHUTDOWN_ACK_SENT -> ConntrackKnob.SCTP_TIMEOUT_SHUTDOWN_ACK_SENT;
                    case HEARTBEAT_SENT -> ConntrackKnob.SCTP_TIMEOUT_HEARTBEAT_SENT;
                });
    }
}
