package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nfstep.packet.Packet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedMixTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "conntrack");
    private static final ConntrackSettings SETTINGS = ConntrackSettings.defaults()
            .with("acct", 1)
            .with("udp_timeout", 4)
            .with("udp_timeout_stream", 9)
            .with("icmp_timeout", 3)
            .with("icmpv6_timeout", 3)
            .with("gre_timeout", 5)
            .with("gre_timeout_stream", 7)
            .with("generic_timeout", 6);

    /** A line is the seconds since the start, a packet, its state, and the whole table after it. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ipv4", "ipv6"})
    void packets_are_tracked_as_the_kernel_tracked_them(String family) throws IOException {
        List<String> differences = new ArrayList<>();
        Tracked tracked = new Tracked(SETTINGS);
        boolean inStep = true;
        for (String line : Files.readAllLines(FOLDER.resolve("recorded-" + family + ".txt"))) {
            if (line.equals("flow")) {
                tracked = new Tracked(SETTINGS);
                inStep = true;
            } else if (inStep && !line.startsWith("#")) {
                inStep = isAlike(tracked, line.split(" \\| ", -1), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static boolean isAlike(Tracked tracked, String[] words, List<String> differences) {
        long now = (long) (Double.parseDouble(words[0]) * 1e9);
        Packet packet = Packet.of(HexFormat.of().parseHex(words[1]));
        tracked.at(now);
        String state = tracked.receive(packet).name().substring(0, 3);
        List<String> here = tracked.table().all().stream()
                .map(c -> ConntrackLine.print(c, now).replaceAll(" +", " ").replace(" use=1", ""))
                .sorted(Comparator.comparing(RecordedMixTest::withoutSeconds))
                .toList();
        List<String> kernel = words[3].equals("-")
                ? List.of()
                : Stream.of(words[3].replaceAll(" use=\\d+", "").split("; ", -1))
                        .sorted(Comparator.comparing(RecordedMixTest::withoutSeconds))
                        .toList();
        if (here.size() != kernel.size() && isAboutToEnd(tracked, now)) {
            return false;
        }
        boolean alike = words[2].contains(state) && isAlike(here, kernel);
        if (!alike) {
            differences.add(packet + " " + words[1] + "\n kernel " + words[2] + " " + kernel + "\n here   " + state
                    + " " + here + "\n");
        }
        return alike;
    }

    private static String withoutSeconds(String line) {
        return line.replaceFirst("^(\\S+ \\d+) \\d+ ", "$1 ");
    }

    private static boolean isAboutToEnd(Tracked tracked, long now) {
        return !tracked.table().expired(now + 200_000_000L).isEmpty();
    }

    private static boolean isAlike(List<String> here, List<String> kernel) {
        boolean alike = here.size() == kernel.size();
        for (int i = 0; alike && i < here.size(); i++) {
            alike = isAlike(here.get(i), kernel.get(i));
        }
        return alike;
    }

    /** Alike but for a second, since a clock ran while the packet was on its way. */
    private static boolean isAlike(String here, String kernel) {
        String[] a = here.split(" ", 4);
        String[] b = kernel.split(" ", 4);
        long difference = Long.parseLong(a[2]) - Long.parseLong(b[2]);
        return a[0].equals(b[0]) && a[1].equals(b[1]) && a[3].equals(b[3]) && difference >= -1 && difference <= 1;
    }
}
