package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.Packet;
import org.junit.jupiter.api.Test;

class RecordedNatTest {
    private static final Path FILE = Path.of("src", "test", "resources", "conntrack", "recorded-nat.txt");
    private static final Pattern DRAWN = Pattern.compile("-> .*?(?:dport|id)=(\\d+)");

    /** A line is a packet, the connections that are new or other after it, and those that are gone. */
    @Test
    void flows_are_translated_as_the_kernel_translated_them() throws IOException {
        NatHost host = new NatHost();
        Map<String, String> kernel = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" \\| ", -1);
                note(kernel, parts[1], parts[2]);
                Packet packet = Packet.of(HexFormat.of().parseHex(parts[0]));
                host.forward(packet, drawn(parts[1]));
                assertThat(host.listing()).as(packet + ": " + line).isEqualTo(kernel);
            }
        }
    }

    private static int drawn(String changed) {
        Matcher matcher = DRAWN.matcher(changed);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void note(Map<String, String> table, String changed, String gone) {
        for (String connection : gone.equals("-") ? new String[0] : gone.split("; ", -1)) {
            table.remove(connection);
        }
        for (String connection : changed.equals("-") ? new String[0] : changed.split("; ", -1)) {
            int arrow = connection.indexOf(" -> ");
            table.put(connection.substring(0, arrow), connection.substring(arrow + 4));
        }
    }
}
