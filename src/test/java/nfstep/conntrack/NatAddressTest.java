package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NatAddressTest {
    @ParameterizedTest(name = "port {0}: {1} > {2} becomes {3} > {4}")
    @CsvFileSource(resources = "/conntrack/nat-addresses.csv", numLinesToSkip = 2)
    void a_range_gives_the_address_that_the_kernel_gives(
            int port, String source, String destination, String newSource, String newDestination) {
        Tuple tuple = new Tuple(IpAddress.of(source), IpAddress.of(destination), Protocols.UDP, 20000, port);
        Zone zone = port == 1006 ? new Zone(513, true, true) : Zone.DEFAULT;
        Connection connection =
                Connection.fresh(1, zone, tuple, Tuples.inverse(tuple).orElseThrow());
        for (Manip manip : new Manip[] {Manip.DST, Manip.SRC}) {
            Optional<NatRange> range = range(tuple.source().family(), manip, port);
            if (range.isPresent()) {
                NatRequest request = new NatRequest(connection, manip, range.get());
                connection = NatChoice.choose(request, ConntrackTable.empty(), (purpose, bound) -> 0)
                        .after();
            }
        }
        assertThat(connection.reply().destination()).isEqualTo(IpAddress.of(newSource));
        assertThat(connection.reply().source()).isEqualTo(IpAddress.of(newDestination));
    }

    private static Optional<NatRange> range(IpFamily family, Manip manip, int port) {
        String key = (family == IpFamily.IPV4 ? "4 " : "6 ") + manip + " " + port;
        return switch (key) {
            case "4 SRC 1001", "4 SRC 1006" -> range("20.0.0.0", "20.255.255.255", false);
            case "4 SRC 1002" -> range("20.0.0.10", "20.0.0.19", true);
            case "4 DST 1003", "4 DST 1005" -> range("20.0.0.10", "20.0.0.19", false);
            case "4 DST 1004" -> range("20.0.0.10", "20.0.3.3", true);
            case "4 SRC 1005" -> range("30.0.0.0", "30.0.255.255", false);
            case "4 SRC 1007" -> range("0.0.0.0", "255.255.255.255", false);
            case "6 SRC 1001" -> range("fd77::1000", "fd77::1fff", false);
            case "6 SRC 1002" -> range("fd77:1::", "fd77:9:ffff::1:5", false);
            case "6 SRC 1003" -> range("fd77:1::", "fd77:9:ffff::1:5", true);
            case "6 DST 1004" -> range("fd77:1::", "fd77:9:ffff::1:5", false);
            case "6 DST 1005" -> range("fd77::1000", "fd77::1fff", true);
            default -> Optional.empty();
        };
    }

    private static Optional<NatRange> range(String first, String last, boolean persistent) {
        NatRange.AddressRange addresses = new NatRange.AddressRange(IpAddress.of(first), IpAddress.of(last));
        return Optional.of(new NatRange(Optional.of(addresses), Optional.empty(), false, false, persistent));
    }
}
