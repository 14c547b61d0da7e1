package nfstep.conntrack;

import java.util.Optional;
import nfstep.conntrack.Expectation.Following;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/**
 * TFTP: the server answers a request from another port: {@code net/netfilter/nf_conntrack_tftp.c}, {@code tftp_help}; {@code
 * nf_nat_tftp.c}.
 */
final class TftpGateway implements ApplicationGateway {
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int UDP_HEADER = 8;

    @Override
    public HelpOutcome help(HelpInput input) {
        Packet packet = input.packet();
        Connection c = input.connection();
        int opcode = packet.hasTransport(UDP_HEADER + 2) ? packet.u16(packet.headerLength() + UDP_HEADER) : 0;
        if (opcode != READ && opcode != WRITE) {
            return new HelpOutcome.Passed(c);
        }
        Tuple reply = c.reply();
        Tuple expected = new Tuple(reply.source(), reply.destination(), Protocols.UDP, 0, reply.destinationKey());
        Optional<Following> following = input.isTranslated()
                ? Optional.of(new Following(Direction.REPLY, c.original().sourceKey()))
                : Optional.empty();
        Expectation fresh = Expecting.fresh(input, expected, following);
        if (input.expectations().isBusy(fresh, input.now())) {
            return new HelpOutcome.Dropped("another connection expects the same as this one");
        }
        String what = "a request to " + (opcode == READ ? "read" : "write") + " a file";
        return new HelpOutcome.Announced(c, packet, fresh, input.expectations().replacedBy(fresh), what);
    }
}
