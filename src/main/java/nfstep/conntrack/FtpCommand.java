package nfstep.conntrack;

import java.util.List;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/**
 * The four lines of FTP that announce a connection: RFC 959 section 4.1.2, RFC 2428; {@code nf_conntrack_ftp.c}, {@code
 * find_pattern}.
 */
enum FtpCommand {
    PORT("PORT", ' ', '\r'),
    EPRT("EPRT", ' ', '\r'),
    PASV("227 ", '\0', '\0'),
    EPSV("229 ", '(', ')');

    /**
     * An address and port that a line announces.
     *
     * @param at where they begin in the data
     * @param length how many bytes they take
     */
    record Announcement(FtpCommand command, IpAddress address, int port, int at, int length) {}

    /** What a line is. */
    sealed interface Found {
        /** Something else. */
        record Nothing() implements Found {}

        /** The beginning of such a line, which cannot be read. */
        record Part(FtpCommand command) implements Found {}

        /** Such a line. */
        record Whole(Announcement announcement) implements Found {}
    }

    private final String pattern;
    private final char skip;
    private final char end;

    FtpCommand(String pattern, char skip, char end) {
        this.pattern = pattern;
        this.skip = skip;
        this.end = end;
    }

    /** The first of those of that direction that the data begins with. */
    static Found find(byte[] data, Direction direction, IpAddress sender) {
        List<FtpCommand> commands = direction == Direction.ORIGINAL ? List.of(PORT, EPRT) : List.of(PASV, EPSV);
        for (FtpCommand command : commands) {
            Found found = command.find(data, sender);
            if (!(found instanceof Found.Nothing)) {
                return found;
            }
        }
        return new Found.Nothing();
    }

    private Found find(byte[] data, IpAddress sender) {
        int compared = Math.min(data.length, pattern.length());
        for (int i = 0; i < compared; i++) {
            if (upper(data[i]) != pattern.charAt(i)) {
                return new Found.Nothing();
            }
        }
        if (data.length <= pattern.length()) {
            return new Found.Part(this);
        }
        int at = start(data);
        return at < 0 ? new Found.Part(this) : number(new FtpNumbers(data, at), sender);
    }

    private static int upper(byte letter) {
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;
    }

    /** Behind the character that stands before the numbers; -1 if it is the last one, or not there. */
    private int start(byte[] data) {
        if (skip == '\0') {
            return pattern.length();
        }
        int at = pattern.length();
        while (data[at] != skip) {
            if (at == data.length - 1) {
                return -1;
            }
            at++;
        }
        return at + 1;
    }

    private Found number(FtpNumbers numbers, IpAddress sender) {
        boolean read =
                switch (this) {
                    case PORT -> numbers.readPort(end);
                    case PASV -> numbers.skipToDigit() && numbers.readPort(end);
                    case EPRT -> numbers.readExtended(sender.family() == IpFamily.IPV4);
                    case EPSV -> numbers.readPortOnly();
                };
        return read
                ? new Found.Whole(new Announcement(
                        this, numbers.address().orElse(sender), numbers.port(), numbers.start(), numbers.length()))
                : new Found.Part(this);
    }

    /** An address and port as this line writes them: {@code nf_nat_ftp_fmt_cmd}. */
    String text(IpAddress address, int port) {
        return switch (this) {
            case PORT, PASV -> address.toString().replace('.', ',') + "," + (port >> 8) + "," + (port & 0xff);
            case EPRT -> "|" + (address.family() == IpFamily.IPV4 ? 1 : 2) + "|" + address + "|" + port + "|";
            case EPSV -> "|||" + port + "|";
        };
    }
}
