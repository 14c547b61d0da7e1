package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nfstep.packet.IpFamily;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same commands for this program and for the real iptables-legacy: refusals, output and tables agree. */
@Tag("kernel")
class LegacyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"base-options", "chains", "listings", "targets", "more-targets", "refusals", "ip6"})
    void the_real_tool_does_the_same(String name) throws IOException, InterruptedException {
        List<String> lines = lines(name);
        List<LegacyMachine.Answer> answers = LegacyMachine.run(folder, lines);
        assertThat(answers).hasSameSizeAs(lines);
        Box box = new Box();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size() && differences.size() < 20; i++) {
            compare(lines.get(i), answers.get(i), box.run(lines.get(i)), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(String line, LegacyMachine.Answer real, Box box, List<String> differences) {
        if ((real.status() != 0) != !box.refusal().isEmpty()) {
            differences.add(
                    line + "\n  real status " + real.status() + " " + real.err() + "\n  here: " + box.refusal());
        }
        if (real.status() == 0 && !real.out().equals(box.printed())) {
            differences.add(line + "\nreal:\n" + real.out() + "here:\n" + box.printed());
        }
        IpFamily family = line.startsWith("ip6") ? IpFamily.IPV6 : IpFamily.IPV4;
        List<String> here = box.save(family, true).lines().toList();
        List<String> there = real.saved().lines().toList();
        if (!here.equals(there)) {
            differences.add(line + "\nonly saved by the real tool: " + without(there, here) + "\nonly saved here: "
                    + without(here, there));
        }
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(line -> !some.contains(line)).toList();
    }

    private List<String> lines(String name) throws IOException {
        try (var in = getClass().getResourceAsStream("/iptables/" + name + ".sh")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
