package nfstep.lab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesDrawTest {
    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9]+)`");
    private static final String RULES = LongStream.range(0, 400)
            .mapToObj(RulesDrawTest::rules)
            .flatMap(List::stream)
            .map(rule -> rule + " ")
            .collect(Collectors.joining("\n"));

    private static List<String> rules(long seed) {
        Draw draw = new Draw(seed);
        Topology topology = Topology.drawn(draw);
        return new RulesDraw(draw, topology, Pace.STEADY).commands();
    }

    /** The names in a row of the table of what is modelled. */
    private static Stream<String> modelled(String row) throws IOException {
        String line = Files.readAllLines(Path.of("README.md")).stream()
                .filter(l -> l.startsWith("| " + row + " |"))
                .findFirst()
                .orElseThrow();
        return NAME.matcher(line).results().map((MatchResult name) -> name.group(1));
    }

    @Test
    void each_modelled_match_is_drawn_but_those_of_IPv6() throws IOException {
        assertThat(modelled("matches").filter(name -> !RULES.contains("-m " + name + " ")))
                .containsExactly("hl", "icmp6");
    }

    @Test
    void each_modelled_target_is_drawn_but_those_of_IPv6() throws IOException {
        assertThat(modelled("targets").filter(name -> !RULES.contains("-j " + name + " ")))
                .containsExactly("HL");
    }
}
