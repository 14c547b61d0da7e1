package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTest {
    private final Walk walk = Samples.jumps();

    @ParameterizedTest(name = "{0} {1} from event {2} leads to {3}")
    @CsvSource({
        "STEP, FORWARD, 7+0, 7+1",
        "STEP, FORWARD, 7+1, 8+0",
        "STEP, BACK, 8+0, 7+1",
        "STEP, BACK, 0+0, none",
        "HOOK_FUNCTION, FORWARD, 0+0, 5+0",
        "HOOK_FUNCTION, BACK, 9+0, 5+0",
        "HOOK_FUNCTION, FORWARD, 5+0, none",
        "OVER_JUMP, FORWARD, 7+0, 7+1",
        "OVER_JUMP, FORWARD, 8+0, 13+0",
        "OVER_JUMP, FORWARD, 11+0, 13+0",
        "OVER_JUMP, BACK, 13+0, 8+0",
        "OVER_JUMP, BACK, 14+0, 13+0",
        "OVER_JUMP, FORWARD, 17+0, none",
        "OUT_OF_CHAIN, FORWARD, 10+0, 13+0",
        "OUT_OF_CHAIN, FORWARD, 9+0, 13+0",
        "OUT_OF_CHAIN, FORWARD, 7+1, 16+0",
        "OUT_OF_CHAIN, FORWARD, 15+0, 16+0",
        "OUT_OF_CHAIN, FORWARD, 16+0, none",
        "OUT_OF_CHAIN, FORWARD, 3+0, none",
        "OUT_OF_CHAIN, BACK, 12+0, 11+0",
        "OUT_OF_CHAIN, BACK, 10+0, 8+0",
        "OUT_OF_CHAIN, BACK, 14+0, 5+0",
        "OUT_OF_CHAIN, BACK, 16+0, 5+0",
        "OUT_OF_CHAIN, BACK, 5+0, none",
        "PACKET, FORWARD, 0+0, 3+0",
        "PACKET, BACK, 17+0, 3+0",
        "TRANSLATION_OR_DROP, FORWARD, 0+0, 17+0",
        "VERDICT, FORWARD, 3+0, 17+0",
        "VERDICT, BACK, 17+0, none",
        "COMMAND, FORWARD, 0+0, 2+0",
        "COMMAND, BACK, 17+0, 2+0"
    })
    void a_move_leads_to_one_place(Move move, Way way, String from, String to) {
        Cursor cursor = new Cursor(walk, position(from));
        if (to.equals("none")) {
            assertThat(cursor.target(move, way)).isEmpty();
        } else {
            assertThat(cursor.moved(move, way)).contains(new Cursor(walk, position(to)));
        }
    }

    private static Position position(String text) {
        String[] parts = text.split("\\+", -1);
        return new Position(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
