package nfstep.parse.packet;

import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** Reads a packet from what another program printed of it; the kind of line is told from the line itself. */
public final class PacketText {
    static final int LONGEST = 4_096;

    private PacketText() {}

    /**
     * The packet of a line of the kernel log (LOG, TRACE), of tcpdump, of {@code conntrack -L}, of {@code nft monitor trace}
     * or of {@code xtables-monitor --trace}.
     */
    public static Parsed<ReadPacket> read(SourceText text) {
        if (text.text().length() > LONGEST) {
            return refused(text, Code.LIMIT, "longer than " + LONGEST + " characters");
        }
        if (NftTraceLine.fits(text.text())) {
            return NftPacketReader.read(text);
        }
        if (XtablesPacketReader.fits(text.text())) {
            return XtablesPacketReader.read(text);
        }
        if (LogReader.fits(text.text())) {
            return LogReader.read(text);
        }
        if (ConntrackReader.fits(text.text())) {
            return ConntrackReader.read(text).map(ListedConnection::firstPacket);
        }
        if (TcpdumpReader.fits(text.text())) {
            return TcpdumpReader.read(text);
        }
        return refused(
                text,
                Code.FORMAT,
                "no line of the kernel log (IN=... OUT=...), of tcpdump (IP ... > ...: ...),"
                        + " of conntrack -L (src=... dst=...) or of nft monitor trace (trace id ... packet: ...)");
    }

    private static Parsed<ReadPacket> refused(SourceText text, Code code, String message) {
        Diagnostic reason = Diagnostic.of(code, text.name(), new Span(1, 1, 0), message);
        return Parsed.failed(text.text().length() > LONGEST ? reason : reason.quoting(text.line(1)));
    }
}
