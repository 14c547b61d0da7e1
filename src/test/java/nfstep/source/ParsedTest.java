package nfstep.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParsedTest {
    private static final Diagnostic ODD = Diagnostic.of(Code.BAD_VALUE, "f", new Span(1, 1, 1), "odd");

    @Test
    void a_failure_needs_a_reason() {
        assertThatThrownBy(() -> new Parsed<>(Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void steps_keep_the_remarks_of_all_and_stop_at_the_first_failure() {
        Parsed<Integer> remarked = Parsed.of(2, List.of(ODD));
        assertThat(remarked.then(it -> Parsed.of(it * 2, List.of(ODD)))).isEqualTo(Parsed.of(4, List.of(ODD, ODD)));
        assertThat(Parsed.<Integer>failed(ODD).then(it -> Parsed.of(it * 2)).ok())
                .isFalse();
        assertThat(remarked.map(it -> it + 1).orElseThrow()).isEqualTo(3);
    }

    @Test
    void the_value_of_a_failure_is_a_mistake_that_names_the_reason() {
        assertThatThrownBy(() -> Parsed.failed(ODD).orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("f:1:1: odd");
    }
}
