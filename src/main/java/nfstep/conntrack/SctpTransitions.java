package nfstep.conntrack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state table of SCTP: {@code net/netfilter/nf_conntrack_proto_sctp.c}, {@code sctp_conntracks}.
 *
 * <p>One column for each {@link SctpState}; {@code -} refuses. A chunk that has no row leaves the state as it is.
 */
final class SctpTransitions {
    private record Cell(Direction direction, int chunk, SctpState state) {}

    private static final Map<Cell, Optional<SctpState>> TABLE = new HashMap<>();

    static {
        //                                              NO CL CW CE ES SS SR SA HS
        row(Direction.ORIGINAL, SctpChunk.INIT, "CL CL CW CE ES CL CL SA CW");
        row(Direction.ORIGINAL, SctpChunk.INIT_ACK, "CL CL CW CE ES SS SR SA CL");
        row(Direction.ORIGINAL, SctpChunk.ABORT, "CL CL CL CL CL CL CL CL CL");
        row(Direction.ORIGINAL, SctpChunk.SHUTDOWN, "CL CL CW CE SS SS SR SA CL");
        row(Direction.ORIGINAL, SctpChunk.SHUTDOWN_ACK, "SA CL CW CE ES SA SA SA SA");
        row(Direction.ORIGINAL, SctpChunk.ERROR, "CL CL CW CE ES SS SR SA CL");
        row(Direction.ORIGINAL, SctpChunk.COOKIE_ECHO, "CL CL CE CE ES SS SR SA CL");
        row(Direction.ORIGINAL, SctpChunk.COOKIE_ACK, "CL CL CW ES ES SS SR SA CL");
        row(Direction.ORIGINAL, SctpChunk.SHUTDOWN_COMPLETE, "CL CL CW CE ES SS SR CL CL");
        row(Direction.ORIGINAL, SctpChunk.HEARTBEAT, "HS CL CW CE ES SS SR SA HS");
        row(Direction.ORIGINAL, SctpChunk.HEARTBEAT_ACK, "CL CL CW CE ES SS SR SA HS");
        row(Direction.REPLY, SctpChunk.INIT, "-  CL CW CE ES SS SR SA -");
        row(Direction.REPLY, SctpChunk.INIT_ACK, "-  CW CW CE ES SS SR SA -");
        row(Direction.REPLY, SctpChunk.ABORT, "-  CL CL CL CL CL CL CL -");
        row(Direction.REPLY, SctpChunk.SHUTDOWN, "-  CL CW CE SR SS SR SA -");
        row(Direction.REPLY, SctpChunk.SHUTDOWN_ACK, "-  CL CW CE ES SA SA SA -");
        row(Direction.REPLY, SctpChunk.ERROR, "-  CL CW CL ES SS SR SA -");
        row(Direction.REPLY, SctpChunk.COOKIE_ECHO, "-  CL CE CE ES SS SR SA -");
        row(Direction.REPLY, SctpChunk.COOKIE_ACK, "-  CL CW ES ES SS SR SA -");
        row(Direction.REPLY, SctpChunk.SHUTDOWN_COMPLETE, "-  CL CW CE ES SS SR CL -");
        row(Direction.REPLY, SctpChunk.HEARTBEAT, "-  CL CW CE ES SS SR SA HS");
        row(Direction.REPLY, SctpChunk.HEARTBEAT_ACK, "-  CL CW CE ES SS SR SA ES");
    }

    private SctpTransitions() {}

    /** The state after a chunk of that direction; empty where it is refused. */
    static Optional<SctpState> of(Direction direction, int chunk, SctpState state) {
        return TABLE.getOrDefault(new Cell(direction, chunk, state), Optional.of(state));
    }

    private static void row(Direction direction, int chunk, String line) {
        String[] cells = line.split(" +", -1);
        SctpState[] states = SctpState.values();
        for (int i = 0; i < states.length; i++) {
            TABLE.put(new Cell(direction, chunk, states[i]), state(cells[i]));
        }
    }

    private static Optional<SctpState> state(String cell) {
        return switch (cell) {
            case "-" -> Optional.empty();
            case "CL" -> Optional.of(SctpState.CLOSED);
            case "CW" -> Optional.of(SctpState.COOKIE_WAIT);
            case "CE" -> Optional.of(SctpState.COOKIE_ECHOED);
            case "ES" -> Optional.of(SctpState.ESTABLISHED);
            case "SS" -> Optional.of(SctpState.SHUTDOWN_SENT);
            case "SR" -> Optional.of(SctpState.SHUTDOWN_RECD);
            case "SA" -> Optional.of(SctpState.SHUTDOWN_ACK_SENT);
            case "HS" -> Optional.of(SctpState.HEARTBEAT_SENT);
            default -> throw new IllegalArgumentException("not a state: " + cell);
        };
    }
}
