package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nfstep.conntrack.FtpCommand.Found;
import nfstep.packet.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FtpCommandTest {
    private static final IpAddress SENDER = IpAddress.of("10.1.0.2");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ORIGINAL, 'PORT 10,1,0,2,200,10\r', PORT 10.1.0.2:51210 at 5 for 15",
        "ORIGINAL, 'port 1,2,3,4,0,5\r\n', PORT 1.2.3.4:5 at 5 for 11",
        "ORIGINAL, 'PORT  10,1,0,2,200,10\r', part of PORT",
        "ORIGINAL, 'PORT 10,1,0,2,200,10', part of PORT",
        "ORIGINAL, 'PORT 10,1,0,2,200\r', part of PORT",
        "ORIGINAL, 'PORT 10,1,0,2,200,10 \r', part of PORT",
        "ORIGINAL, 'PORTS', part of PORT",
        "ORIGINAL, 'PO', part of PORT",
        "ORIGINAL, 'PORT', part of PORT",
        "ORIGINAL, 'USER x\r', nothing",
        "ORIGINAL, '227 (1,2,3,4,5,6)', nothing",
        "ORIGINAL, 'EPRT |1|132.235.1.2|6275|\r', EPRT 132.235.1.2:6275 at 5 for 20",
        "ORIGINAL, 'EPRT !1!132.235.1.2!6275!\r', EPRT 132.235.1.2:6275 at 5 for 20",
        "ORIGINAL, 'EPRT |2|fd00::1|6275|\r', part of EPRT",
        "ORIGINAL, 'EPRT |1|132.235.1.2|0|\r', part of EPRT",
        "ORIGINAL, 'EPRT |1|132.235.1.2|62x|\r', part of EPRT",
        "ORIGINAL, 'EPRT 111132.235.1.21627', part of EPRT",
        "REPLY, '227 Entering Passive Mode (10,2,0,2,19,137)', PASV 10.2.0.2:5001 at 27 for 15",
        "REPLY, '227 =10,2,0,2,19,137.', PASV 10.2.0.2:5001 at 5 for 15",
        "REPLY, '227 nothing here', part of PASV",
        "REPLY, '229 Entering Extended (|||6446|)', EPSV 10.1.0.2:6446 at 23 for 8",
        "REPLY, '229 Entering Extended |||6446|', part of EPSV",
        "REPLY, '229 x (||6446|)', part of EPSV",
        "REPLY, '220 hello', nothing",
        "REPLY, 'PORT 10,1,0,2,200,10\r', nothing",
    })
    void a_line_announces_an_address_and_port_or_is_cut_off_or_is_something_else(
            Direction direction, String line, String expected) {
        Found found = FtpCommand.find(line.getBytes(StandardCharsets.US_ASCII), direction, SENDER);
        assertThat(words(found)).isEqualTo(expected);
    }

    private static String words(Found found) {
        if (found instanceof Found.Whole whole) {
            var a = whole.announcement();
            return a.command() + " " + a.address() + ":" + a.port() + " at " + a.at() + " for " + a.length();
        }
        return found instanceof Found.Part part ? "part of " + part.command() : "nothing";
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "PORT, 10.2.0.101, 51210, '10,2,0,101,200,10'",
        "PASV, 10.5.0.200, 5001, '10,5,0,200,19,137'",
        "EPRT, 10.2.0.101, 5282, |1|10.2.0.101|5282|",
        "EPRT, fd00::1, 5282, |2|fd00::1|5282|",
        "EPSV, 10.2.0.101, 6446, |||6446|",
    })
    void a_line_is_written_with_another_address_in_its_own_form(
            FtpCommand command, String address, int port, String text) {
        assertThat(command.text(IpAddress.of(address), port)).isEqualTo(text);
    }
}
