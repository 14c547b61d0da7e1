package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nfstep.kernel.Difference;
import nfstep.kernel.Verification;
import nfstep.rules.Backend;
import nfstep.trace.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {
    @Test
    void json_says_what_both_sides_said() {
        Difference difference =
                new Difference(7, "host", "send udp", Optional.of("a \u001b[31m"), Optional.empty(), "rule 1");
        Verification verification = new Verification(
                new Check(Backend.LEGACY, "6.1.0-13-amd64", 3, 4, 9, List.of(), List.of()),
                List.of(difference),
                Optional.empty());
        assertThat(VerifyJson.of("x.lab", verification, Optional.of("ip link\n")))
                .isEqualTo(
                        "{\"lab\":\"x.lab\",\"kernel\":\"6.1.0-13-amd64\",\"backend\":\"legacy\",\"agreed\":3,\"total\":4,"
                                + "\"differences\":[{\"event\":7,\"namespace\":\"host\",\"command\":\"send udp\","
                                + "\"nfstep\":\"a \\u001b[31m\",\"rule\":\"rule 1\"}],\"shortened\":\"ip link\\n\"}");
    }

    @Test
    @Tag("kernel")
    void a_lab_that_agrees_is_told_in_json() {
        Typed typed = Typed.line("verify", "--json", "goto");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).startsWith("{\"lab\":\"goto\",").contains("\"differences\":[]");
        assertThat(typed.code()).isZero();
    }

    @Test
    @Tag("kernel")
    void a_saved_walk_is_verified_like_its_lab() {
        Typed typed = Typed.line("verify", "traces/goto.json");
        assertThat(typed.out()).contains("observable events agree");
        assertThat(typed.code()).isZero();
    }
}
