package nfstep.state;

import nfstep.conntrack.Tuple;

/**
 * A socket that talks to somebody: an {@code nc}, {@code curl} or {@code ping} that was started, or the server's end of a
 * TCP connection.
 *
 * @param id from {@link Ids}, shared with packets
 * @param arriving the tuple that packets for it have
 * @param owner the program, as a user would name it
 * @param state of its protocol
 */
public record Socket(long id, Tuple arriving, String owner, State state) {
    /** What a socket's protocol remembers; immutable. */
    public sealed interface State {
        /** UDP, or ICMP echo: remembers how many packets came. */
        record Datagrams(int received) implements State {}

        /**
         * TCP, RFC 9293.
         *
         * @param phase the state's name in the RFC
         * @param sendNext the next sequence number that this end sends (SND.NXT)
         * @param acknowledged what the other end has acknowledged (SND.UNA)
         * @param receiveNext the next sequence number that is expected (RCV.NXT)
         * @param timestamps whether both ends agreed on the option, RFC 7323
         */
        record Tcp(TcpPhase phase, int sendNext, int acknowledged, int receiveNext, boolean timestamps)
                implements State {
            /** In another state. */
            public Tcp in(TcpPhase other) {
                return new Tcp(other, sendNext, acknowledged, receiveNext, timestamps);
            }

            /** After that many more sequence numbers were sent. */
            public Tcp sent(int count) {
                return new Tcp(phase, sendNext + count, acknowledged, receiveNext, timestamps);
            }

            /** After a segment that acknowledges up to there and takes that many sequence numbers. */
            public Tcp received(int acknowledgement, int count) {
                return new Tcp(phase, sendNext, acknowledgement, receiveNext + count, timestamps);
            }
        }
    }

    /** The states of a TCP endpoint, RFC 9293 section 3.3.2. */
    public enum TcpPhase {
        SYN_SENT,
        SYN_RECEIVED,
        ESTABLISHED,
        FIN_WAIT_1,
        FIN_WAIT_2,
        CLOSE_WAIT,
        CLOSING,
        LAST_ACK,
        TIME_WAIT
    }

    /** This socket in another state. */
    public Socket with(State other) {
        return new Socket(id, arriving, owner, other);
    }
}
