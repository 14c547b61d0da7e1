package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches on headers of rarer protocols. A random test compares them with the kernel. */
class HeaderMatchTest {
    /** Ports 4000 and 80, a tag, a checksum. */
    private static final String SCTP = "0fa00050 00000001 00000000 ";
    /** The same with a header of 7 words, a type and, where it has 24 bytes before them, two options. */
    private static final String DCCP = "0fa00050 07000000 ";

    private static MatchContext met(int protocol, String bytes) {
        return Met.packet(Packets.raw(IpAddress.of("10.1.0.2"), IpAddress.of("10.2.0.2"), protocol)
                .payload(HexFormat.of().parseHex(bytes.replace(" ", "")))
                .build());
    }

    private static Match match(int protocol, String options) {
        String name = Protocols.name(protocol);
        return Written.FORWARD.match("-p " + name + " -m " + name + " " + options);
    }

    @ParameterizedTest(name = "{0} {1}: {2} holds: {3}, drops: {4}")
    @CsvSource({
        "50, 00000005 00000001, --espspi 5, true, false",
        "50, 00000005 00000001, ! --espspi 4:6, false, false",
        "50, ffffffff 00000001, --espspi 6:, true, false",
        "50, 00000005 000000, --espspi 5, false, true",
        "51, 32040000 00000005 00000001, --ahspi 5, true, false",
        "51, 32040000 00000005 00000001, ! --ahspi 5, false, false",
        "51, 32040000 00000005 000000, --ahspi 5, false, true",
        "108, 3200ffff, --ipcompspi 65535, true, false",
        "108, 32000000, --compres, true, false",
        "108, 32000001, '', false, false",
        "108, 3200ff, '', false, true",
    })
    void the_index_of_an_association_is_compared(
            int protocol, String bytes, String options, boolean holds, boolean drops) {
        MatchContext met = met(protocol, bytes);
        assertThat(match(protocol, options).matches(met)).isEqualTo(holds);
        assertThat(match(protocol, options).hotDrop(met)).isEqualTo(drops);
    }

    @ParameterizedTest(name = "chunks {0}: {1} holds: {2}, drops: {3}")
    @CsvSource({
        "01000004, --chunk-types any INIT, true, false",
        "01000004, --chunk-types any DATA, false, false",
        "01000004, ! --chunk-types any DATA, true, false",
        "01000004 03000004, '--chunk-types all SACK,INIT', true, false",
        "01000004, '--chunk-types all SACK,INIT', false, false",
        "01000004 03000004, '--chunk-types only SACK,INIT,DATA', true, false",
        "01000004 03000004, --chunk-types only SACK, false, false",
        "01000004, --chunk-types any ALL, true, false",
        "01000004, --chunk-types all ALL, false, false",
        "01000004, --chunk-types all NONE, true, false",
        "01000004, --chunk-types only NONE, false, false",
        "00030004, --chunk-types any DATA:Ub, false, false",
        "00040005 aa000000 00020004, --chunk-types any DATA:Be, true, false",
        "00020004, --chunk-types any DATA:Be, true, false",
        "40000004, --chunk-types any I_DATA:U, true, false",
        "'', --chunk-types any INIT, false, true",
        "'', ! --chunk-types any INIT, true, true",
        "'', --dport 81 --chunk-types any INIT, false, false",
        "01000000, --chunk-types any DATA, false, true",
        "01000004 0300, --chunk-types any INIT, true, false",
        "01000004 0300, --chunk-types any DATA, false, true",
    })
    void the_chunks_of_sctp_are_looked_through(String bytes, String options, boolean holds, boolean drops) {
        MatchContext met = met(Protocols.SCTP, SCTP + bytes);
        assertThat(match(Protocols.SCTP, options).matches(met)).isEqualTo(holds);
        assertThat(match(Protocols.SCTP, options).hotDrop(met)).isEqualTo(drops);
    }

    @ParameterizedTest(name = "type and options {0}: {1} holds: {2}, drops: {3}")
    @CsvSource({
        "00000000 00000000 00000000 00000000 2c030001, --dport 80 ! --sport 80, true, false",
        "00000000 00000000 00000000 00000000 2c030001, '--dccp-types REQUEST,DATA', true, false",
        "02000000, '--dccp-types REQUEST,DATA', false, false",
        "02000000, ! --dccp-types REQUEST, true, false",
        "1e000000, --dccp-types INVALID, true, false",
        "04000000 2c030002 00000000 00000000 00000000, --dccp-option 44, true, false",
        "04000000 2c030002 00000000 00000000 00000000, --dccp-option 3, false, false",
        "04000000 2c030002 00000000 00000000 00000000, ! --dccp-option 3, true, false",
        "04000000 2c030002, --dccp-option 44, false, true",
        "04000000 2c030002, ! --dccp-option 44, true, true",
        "04000000 2c030002, --dport 81 --dccp-option 44, false, false",
    })
    void type_and_options_of_dccp_are_compared(String bytes, String options, boolean holds, boolean drops) {
        MatchContext met = met(Protocols.DCCP, DCCP + bytes);
        assertThat(match(Protocols.DCCP, options).matches(met)).isEqualTo(holds);
        assertThat(match(Protocols.DCCP, options).hotDrop(met)).isEqualTo(drops);
    }

    @ParameterizedTest(name = "{0} {1}: {2} sees {3}")
    @CsvSource({
        "50, 00000005 00000001, --espspi 6, SPI 5",
        "51, 32040000, --ahspi 6, AH header cut short: 4 of 12 bytes",
        "132, 0fa00050 00000001 00000000 01000004 c8000004 0000, --chunk-types any DATA, "
                + "'ports 4000 > 80, chunks INIT 200 damaged'",
        "33, 0fa00050 07000000 1e000000, --dccp-option 4, 'ports 4000 > 80, type INVALID, with damaged options'",
    })
    void the_evidence_says_what_was_there(int protocol, String bytes, String options, String seen) {
        assertThat(match(protocol, options).explain(met(protocol, bytes)).seen())
                .isEqualTo(seen);
    }
}
