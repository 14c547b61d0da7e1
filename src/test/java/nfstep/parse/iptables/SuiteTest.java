package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.packet.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A table of rules and of what iptables makes of each, one case a line, separated by tabs, given by
 * {@code -Dnfstep.cases=FILE}: file, line, families, table, chain, rule, saved, result, variant, other result.
 */
@EnabledIfSystemProperty(named = "nfstep.cases", matches = ".+")
class SuiteTest {
    @Test
    void every_case_is_taken_or_refused_as_the_table_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(Path.of(System.getProperty("nfstep.cases")))) {
            String[] cells = line.split("\t", -1);
            for (String program : programs(cells[2])) {
                asked++;
                answer(program, cells).ifPresent(it -> wrong.add(cells[0] + ":" + cells[1] + " " + program + " " + it));
            }
        }
        Files.write(Path.of("target", "cases-that-differ.txt"), wrong);
        assertThat(wrong).as("%d of %d cases differ", wrong.size(), asked).isEmpty();
    }

    private static List<String> programs(String families) {
        return Stream.of(families.split(",", -1))
                .filter(it -> it.equals("iptables") || it.equals("ip6tables"))
                .toList();
    }

    private static Optional<String> answer(String program, String[] cells) {
        String expected = cells[8].equals("NFT") ? cells[9] : cells[7];
        String command = program + " -t " + cells[3] + " -A " + cells[4] + " " + cells[5];
        Box box = new Box().runRestored(command);
        boolean taken = box.refusal().isEmpty();
        if (taken != expected.equals("OK")) {
            return Optional.of(
                    expected + ": " + command + "\n    " + box.refusal().replace("\n", "\n    "));
        }
        IpFamily family = program.equals("iptables") ? IpFamily.IPV4 : IpFamily.IPV6;
        String saved = ("-A " + cells[4] + " " + cells[6]).strip();
        return taken && !box.save(family, false).lines().toList().contains(saved)
                ? Optional.of("SAVED: " + saved + "\n    "
                        + box.save(family, false)
                                .lines()
                                .filter(it -> it.startsWith("-A"))
                                .toList())
                : Optional.empty();
    }
}
