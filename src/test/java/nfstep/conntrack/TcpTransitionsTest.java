package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TcpTransitionsTest {
    private static final String STATES =
            "NONE SYN_SENT SYN_RECV ESTABLISHED FIN_WAIT CLOSE_WAIT LAST_ACK TIME_WAIT" + " CLOSE SYN_SENT2";
    private static final String[] ORIGINAL = {
        "SYN SYN_SENT SYN_SENT ignore ignore ignore ignore ignore SYN_SENT SYN_SENT SYN_SENT2",
        "SYN_ACK refuse refuse SYN_RECV refuse refuse refuse refuse refuse refuse SYN_RECV",
        "FIN refuse refuse FIN_WAIT FIN_WAIT LAST_ACK LAST_ACK LAST_ACK TIME_WAIT CLOSE refuse",
        "ACK ESTABLISHED refuse ESTABLISHED ESTABLISHED CLOSE_WAIT CLOSE_WAIT TIME_WAIT TIME_WAIT CLOSE refuse",
        "RST refuse CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE",
        "NONE refuse refuse refuse refuse refuse refuse refuse refuse refuse refuse"
    };
    private static final String[] REPLY = {
        "SYN refuse SYN_SENT2 refuse refuse refuse refuse refuse SYN_SENT refuse SYN_SENT2",
        "SYN_ACK refuse SYN_RECV ignore ignore ignore ignore ignore ignore ignore SYN_RECV",
        "FIN refuse refuse FIN_WAIT FIN_WAIT LAST_ACK LAST_ACK LAST_ACK TIME_WAIT CLOSE refuse",
        "ACK refuse ignore SYN_RECV ESTABLISHED CLOSE_WAIT CLOSE_WAIT TIME_WAIT TIME_WAIT CLOSE ignore",
        "RST refuse CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE CLOSE",
        "NONE refuse refuse refuse refuse refuse refuse refuse refuse refuse refuse"
    };

    record Cell(Direction direction, TcpKind kind, TcpState state, String next) {}

    static Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        addTable(cells, Direction.ORIGINAL, ORIGINAL);
        addTable(cells, Direction.REPLY, REPLY);
        assertThat(cells).hasSize(120);
        return cells.stream();
    }

    private static void addTable(List<Cell> cells, Direction direction, String[] rows) {
        String[] states = STATES.split(" ", -1);
        for (String row : rows) {
            String[] words = row.split(" ", -1);
            for (int i = 0; i < states.length; i++) {
                cells.add(new Cell(direction, TcpKind.valueOf(words[0]), TcpState.valueOf(states[i]), words[i + 1]));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void a_segment_moves_a_connection(Cell cell) {
        TcpMove move = TcpTransitions.of(cell.direction(), cell.kind(), cell.state());
        String word = move.kind() == TcpMove.Kind.TO
                ? move.state().name()
                : move.kind().name().toLowerCase(java.util.Locale.ROOT);
        assertThat(word).isEqualTo(cell.next());
    }
}
