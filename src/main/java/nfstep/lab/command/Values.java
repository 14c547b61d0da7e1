package nfstep.lab.command;

import java.math.BigDecimal;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Digits;

/** Reads values that several commands take. */
final class Values {
    private static final long LONGEST_SECONDS = 100_000_000;

    private Values() {}

    static IpAddress address(CommandLine line, Word word) {
        return IpAddress.parse(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "'" + word.text() + "' is not an address",
                        "labs have no name service: write the address itself"));
    }

    /** An address that packets can be sent to. */
    static IpAddress destination(CommandLine line, Word word) {
        IpAddress address = address(line, word);
        if (address.family() == IpFamily.IPV6) {
            throw line.problem(
                    Code.REFUSED,
                    word,
                    "the way of IPv6 packets is not modelled",
                    "ip -6 and ip6tables are read, kept and printed; send IPv4 packets");
        }
        return address;
    }

    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? Digits.areDecimal(text, 9)
                : (point == 0 || Digits.areDecimal(text.substring(0, point), 9))
                        && Digits.areDecimal(text.substring(point + 1), 9);
    }

    /** Seconds, also parts of them, as nanoseconds. */
    static long nanos(CommandLine line, Word word) {
        if (!isDecimal(word.text())) {
            throw line.problem(Code.BAD_VALUE, word, "'" + word.text() + "' is not a number of seconds");
        }
        BigDecimal seconds = new BigDecimal(word.text());
        if (seconds.compareTo(BigDecimal.valueOf(LONGEST_SECONDS)) > 0) {
            throw line.problem(Code.BAD_VALUE, word, "more than " + LONGEST_SECONDS + " seconds");
        }
        return seconds.movePointRight(9).longValueExact();
    }
}
