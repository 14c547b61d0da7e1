package nfstep.conntrack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/** Reads the numbers of an FTP line: {@code try_number}, {@code try_rfc959}, {@code try_eprt}, {@code try_epsv_response}. */
final class FtpNumbers {
    private final byte[] data;
    private int start;
    private int length;
    private Optional<IpAddress> address = Optional.empty();
    private int port;

    /** Reads from that place on. */
    FtpNumbers(byte[] data, int start) {
        this.data = data;
        this.start = start;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    int port() {
        return port;
    }

    /** The address, where the line has one. */
    Optional<IpAddress> address() {
        return address;
    }

    private int left() {
        return data.length - start;
    }

    private int at(int offset) {
        return data[start + offset] & 0xff;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** RFC 1123 section 4.1.2.6: the numbers begin at the first digit. */
    boolean skipToDigit() {
        while (left() > 0 && !isDigit(at(0))) {
            start++;
        }
        return left() > 0;
    }

    /** Six numbers with commas between; 0 for the end stands for any character behind them. */
    boolean readPort(char end) {
        int[] numbers = new int[6];
        length = numbers(0, numbers, ',', end);
        if (length > 0) {
            address = Optional.of(ipv4(numbers));
            port = (numbers[4] << 8 | numbers[5]) & 0xffff;
        }
        return length > 0;
    }

    /** Fills all numbers and says how many characters they take, 0 if they cannot be filled. */
    private int numbers(int from, int[] numbers, char separator, char end) {
        int filled = 0;
        for (int i = from; i < left() && filled < numbers.length; i++) {
            int c = at(i);
            if (isDigit(c)) {
                numbers[filled] = numbers[filled] * 10 + c - '0';
            } else if (c == separator) {
                filled++;
            } else {
                return (c == end || end == '\0') && filled == numbers.length - 1 ? i - from : 0;
            }
        }
        return 0;
    }

    private static IpAddress ipv4(int[] numbers) {
        int bits = numbers[0] << 24 | numbers[1] << 16 | numbers[2] << 8 | numbers[3];
        return IpAddress.of(new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    /** RFC 2428: {@code |1|132.235.1.2|6275|} or {@code |2|1080::8:800:200C:417A|5282|}. */
    boolean readExtended(boolean four) {
        if (left() <= 3 || !isDelimiter(at(0)) || at(2) != at(0) || at(1) != (four ? '1' : '2')) {
            return false;
        }
        int taken = four ? extendedIpv4() : extendedIpv6();
        return taken > 0 && readPort(3 + taken + 1, at(0));
    }

    private static boolean isDelimiter(int c) {
        return !isDigit(c) && c >= 33 && c <= 126;
    }

    private int extendedIpv4() {
        int[] numbers = new int[4];
        int taken = numbers(3, numbers, '.', (char) at(0));
        if (taken > 0) {
            address = Optional.of(ipv4(numbers));
        }
        return taken;
    }

    private int extendedIpv6() {
        int end = 3;
        while (end < left() && at(end) != at(0)) {
            end++;
        }
        String text = new String(data, start + 3, end - 3, StandardCharsets.US_ASCII);
        address = IpAddress.parse(text).filter(a -> a.family() == IpFamily.IPV6);
        return address.isPresent() ? end - 3 : 0;
    }

    /** RFC 2428: {@code |||6446|}. */
    boolean readPortOnly() {
        boolean delimited = left() > 3 && isDelimiter(at(0)) && at(1) == at(0) && at(2) == at(0);
        return delimited && readPort(3, at(0));
    }

    private boolean readPort(int from, int delimiter) {
        port = 0;
        for (int i = from; i < left(); i++) {
            if (at(i) == delimiter) {
                length = port == 0 ? 0 : i + 1;
                return port != 0;
            }
            if (!isDigit(at(i))) {
                return false;
            }
            port = (port * 10 + at(i) - '0') & 0xffff;
        }
        return false;
    }
}
