package nfstep.conntrack;

import java.util.HashMap;
import java.util.Map;

/**
 * The state table of TCP: {@code net/netfilter/nf_conntrack_proto_tcp.c}, {@code tcp_conntracks}.
 *
 * <p>One row for each {@link TcpKind}, one column for each {@link TcpState}; {@code .} ignores, {@code -} refuses.
 */
final class TcpTransitions {
    private record Cell(Direction direction, TcpKind kind, TcpState state) {}

    private static final Map<Cell, TcpMove> TABLE = new HashMap<>();

    static {
        //                             NO SS SR ES FW CW LA TW CL S2
        row(Direction.ORIGINAL, TcpKind.SYN, "SS SS .  .  .  .  .  SS SS S2");
        row(Direction.ORIGINAL, TcpKind.SYN_ACK, "-  -  SR -  -  -  -  -  -  SR");
        row(Direction.ORIGINAL, TcpKind.FIN, "-  -  FW FW LA LA LA TW CL -");
        row(Direction.ORIGINAL, TcpKind.ACK, "ES -  ES ES CW CW TW TW CL -");
        row(Direction.ORIGINAL, TcpKind.RST, "-  CL CL CL CL CL CL CL CL CL");
        row(Direction.ORIGINAL, TcpKind.NONE, "-  -  -  -  -  -  -  -  -  -");
        row(Direction.REPLY, TcpKind.SYN, "-  S2 -  -  -  -  -  SS -  S2");
        row(Direction.REPLY, TcpKind.SYN_ACK, "-  SR .  .  .  .  .  .  .  SR");
        row(Direction.REPLY, TcpKind.FIN, "-  -  FW FW LA LA LA TW CL -");
        row(Direction.REPLY, TcpKind.ACK, "-  .  SR ES CW CW TW TW CL .");
        row(Direction.REPLY, TcpKind.RST, "-  CL CL CL CL CL CL CL CL CL");
        row(Direction.REPLY, TcpKind.NONE, "-  -  -  -  -  -  -  -  -  -");
    }

    private TcpTransitions() {}

    /** What a segment of that direction and kind does to a connection in that state. */
    static TcpMove of(Direction direction, TcpKind kind, TcpState state) {
        return TABLE.getOrDefault(new Cell(direction, kind, state), TcpMove.REFUSE);
    }

    private static void row(Direction direction, TcpKind kind, String line) {
        String[] cells = line.split(" +", -1);
        TcpState[] states = TcpState.values();
        for (int i = 0; i < states.length; i++) {
            TABLE.put(new Cell(direction, kind, states[i]), move(cells[i]));
        }
    }

    private static TcpMove move(String cell) {
        return switch (cell) {
            case "." -> TcpMove.IGNORE;
            case "-" -> TcpMove.REFUSE;
            case "SS" -> TcpMove.to(TcpState.SYN_SENT);
            case "SR" -> TcpMove.to(TcpState.SYN_RECV);
            case "ES" -> TcpMove.to(TcpState.ESTABLISHED);
            case "FW" -> TcpMove.to(TcpState.FIN_WAIT);
            case "CW" -> TcpMove.to(TcpState.CLOSE_WAIT);
            case "LA" -> TcpMove.to(TcpState.LAST_ACK);
            case "TW" -> TcpMove.to(TcpState.TIME_WAIT);
            case "CL" -> TcpMove.to(TcpState.CLOSE);
            case "S2" -> TcpMove.to(TcpState.SYN_SENT2);
            default -> throw new IllegalArgumentException("not a state: " + cell);
        };
    }
}
