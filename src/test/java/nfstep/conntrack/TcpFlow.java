package nfstep.conntrack;

import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpBuilder;
import nfstep.packet.TcpOptions;

/** A TCP connection between 10.1.0.2:1 and 10.2.0.2:2 whose segments are told in a few words. */
final class TcpFlow {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");

    private final Flow flow = Flow.of(segment("c S 0"));

    /** Client SYN 1000, server SYN/ACK 5000, client ACK, with windows of that size. */
    static TcpFlow established(int window) {
        TcpFlow tcp = new TcpFlow();
        tcp.see("c S 1000 win " + window);
        tcp.see("s SA 5000 ack 1001 win " + window);
        tcp.see("c A 1001 ack 5001 win " + window);
        return tcp;
    }

    TcpFlow with(String setting, long value) {
        flow.with(setting, value);
        return this;
    }

    TcpFlow after(double seconds) {
        flow.after(seconds);
        return this;
    }

    Connection connection() {
        return flow.connection();
    }

    TcpTracking tracking() {
        return (TcpTracking) connection().tracking();
    }

    /**
     * Sends a segment such as {@code c PA 1001 ack 5001 win 500 len 10} and tells what came of it: the kind of outcome,
     * the state, the seconds left, and what else is known.
     */
    String see(String words) {
        TrackOutcome outcome = flow.send(segment(words));
        String kind = outcome.getClass().getSimpleName();
        return kind + " " + connection().tracking().stateName() + " " + (long) flow.left()
                + (connection().has(CtStatus.SEEN_REPLY) ? "" : " [UNREPLIED]")
                + (connection().has(CtStatus.ASSURED) ? " [ASSURED]" : "");
    }

    TrackOutcome send(String words) {
        return flow.send(segment(words));
    }

    TrackOutcome send(String words, TcpOptions options) {
        return flow.send(segment(words, options));
    }

    static Packet segment(String words) {
        return segment(words, TcpOptions.NONE);
    }

    static Packet segment(String words, TcpOptions options) {
        String[] w = words.split(" ", -1);
        boolean fromClient = w[0].equals("c");
        TcpBuilder tcp = fromClient ? Packets.tcp(CLIENT, 1, SERVER, 2) : Packets.tcp(SERVER, 2, CLIENT, 1);
        tcp = tcp.flags(w[1]).seq(Long.parseLong(w[2])).options(options).window(64240);
        for (int i = 3; i < w.length; i += 2) {
            tcp = detail(tcp, w[i], Long.parseLong(w[i + 1]));
        }
        return tcp.build();
    }

    private static TcpBuilder detail(TcpBuilder tcp, String word, long value) {
        return switch (word) {
            case "ack" -> tcp.ack(value);
            case "win" -> tcp.window((int) value);
            case "len" -> tcp.payload(new byte[(int) value]);
            default -> throw new IllegalArgumentException(word);
        };
    }
}
