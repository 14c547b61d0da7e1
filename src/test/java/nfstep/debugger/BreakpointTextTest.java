package nfstep.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakpointTextTest {
    @ParameterizedTest(name = "{0} is the breakpoint {1}")
    @CsvSource({
        "filter/FORWARD:3, filter/FORWARD:3",
        "nat/DOCKER, nat/DOCKER",
        "forward, FORWARD",
        "Prerouting, PREROUTING",
        "verdict drop, verdict DROP",
        "nat, translation",
        "drop, drop"
    })
    void a_place_is_read_and_printed(String written, String printed) {
        assertThat(BreakpointText.parse(written).value().map(Breakpoint::text)).contains(printed);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource({
        "filtre/FORWARD, did you mean filter?",
        "FORWRD, did you mean FORWARD?",
        "filter/, the chain is missing",
        "filter/INPUT:0, rules are counted from 1",
        "verdict maybe, write ACCEPT or DROP"
    })
    void a_wrong_place_says_what_to_write(String written, String part) {
        assertThat(BreakpointText.parse(written).refusal().orElse("")).contains(part);
    }
}
