package nfstep.conntrack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nfstep.conntrack.Expectation.Following;
import nfstep.conntrack.FtpCommand.Announcement;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.TcpHeader;

/** FTP: {@code net/netfilter/nf_conntrack_ftp.c}, {@code help}; {@code nf_nat_ftp.c}, {@code nf_nat_ftp}. */
final class FtpGateway implements ApplicationGateway {
    /** A segment with data. */
    private record Segment(HelpInput input, TcpHeader header) {
        byte[] data() {
            return input.packet().payload();
        }

        Connection connection() {
            return input.connection();
        }

        Direction direction() {
            return input.direction();
        }

        /** The connection after this segment: what ends with a line feed says where the next line begins. */
        Connection noted(Connection c) {
            byte[] data = data();
            if (data[data.length - 1] != '\n') {
                return c;
            }
            FtpLines lines = c.assistance().lines().with(direction(), header.sequence() + data.length);
            return c.with(c.assistance().with(lines));
        }
    }

    @Override
    public HelpOutcome help(HelpInput input) {
        Connection c = input.connection();
        Optional<TcpHeader> header = input.packet().tcp();
        boolean both = input.info() == CtInfo.ESTABLISHED || input.info() == CtInfo.ESTABLISHED_REPLY;
        if (!both || header.isEmpty() || header.get().payloadLength() <= 0) {
            return new HelpOutcome.Passed(c);
        }
        Segment segment = new Segment(input, header.get());
        boolean begins =
                c.assistance().lines().begins(input.direction(), header.get().sequence());
        return begins ? line(segment) : new HelpOutcome.Passed(segment.noted(c));
    }

    private static HelpOutcome line(Segment segment) {
        Tuple tuple = segment.connection().tuple(segment.direction());
        FtpCommand.Found found = FtpCommand.find(segment.data(), segment.direction(), tuple.source());
        if (found instanceof FtpCommand.Found.Part part) {
            return new HelpOutcome.Dropped("the ftp helper cannot read a " + part.command() + " line in this segment");
        }
        if (found instanceof FtpCommand.Found.Nothing) {
            return new HelpOutcome.Passed(segment.noted(segment.connection()));
        }
        Announcement announcement = ((FtpCommand.Found.Whole) found).announcement();
        return announcement.address().equals(tuple.source())
                ? announced(segment, announcement)
                : new HelpOutcome.Passed(segment.noted(segment.connection()));
    }

    private static HelpOutcome announced(Segment segment, Announcement announcement) {
        HelpInput input = segment.input();
        Tuple other = segment.connection().tuple(segment.direction().opposite());
        Tuple expected = new Tuple(other.source(), other.destination(), Protocols.TCP, 0, announcement.port());
        if (input.isTranslated()) {
            Following following = new Following(segment.direction().opposite(), announcement.port());
            return translated(segment, announcement, Expecting.fresh(input, expected, Optional.of(following)));
        }
        Expectation fresh = Expecting.fresh(input, expected, Optional.empty());
        return input.expectations().isBusy(fresh, input.now())
                ? new HelpOutcome.Dropped("another connection expects the same as this one")
                : new HelpOutcome.Announced(
                        segment.noted(segment.connection()),
                        input.packet(),
                        fresh,
                        input.expectations().replacedBy(fresh),
                        text(segment, announcement));
    }

    private static String text(Segment segment, Announcement a) {
        return a.command() + " " + new String(segment.data(), a.at(), a.length(), StandardCharsets.US_ASCII);
    }

    /** {@code nf_nat_ftp}: the other end is told the address that it knows. */
    private static HelpOutcome translated(Segment segment, Announcement a, Expectation wanted) {
        Optional<Expectation> free = Expecting.withFreePort(segment.input(), wanted);
        if (free.isEmpty()) {
            return new HelpOutcome.Dropped("the ftp helper finds no port that nobody expects");
        }
        IpAddress shown = free.get().tuple().destination();
        String text = a.command().text(shown, free.get().tuple().destinationKey());
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int longer = bytes.length - a.length();
        Packet packet = HelperRewrite.replaced(segment.input().packet(), a.at(), a.length(), bytes);
        Connection shifted = shifted(segment.connection(), segment, longer);
        return new HelpOutcome.Announced(
                segment.noted(shifted),
                packet,
                free.get(),
                segment.input().expectations().replacedBy(free.get()),
                text(segment, a) + ", written as " + text);
    }

    /** {@code nf_ct_seqadj_set}. */
    private static Connection shifted(Connection c, Segment segment, int longer) {
        if (longer == 0) {
            return c;
        }
        Direction direction = segment.direction();
        SequenceShift shift =
                c.assistance().shift(direction).plus(segment.header().sequence(), longer);
        return c.with(c.assistance().with(direction, shift)).with(CtStatus.SEQ_ADJUST);
    }
}
