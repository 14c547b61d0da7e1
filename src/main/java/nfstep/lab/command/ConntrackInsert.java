package nfstep.lab.command;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.conntrack.Zone;
import nfstep.event.ConnectionEvent;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** {@code conntrack -I}: makes a connection, as {@code ctnetlink_create_conntrack} of {@code nf_conntrack_netlink.c} does. */
final class ConntrackInsert {
    private static final long SECOND = 1_000_000_000L;
    private static final Numbers TIMEOUT = new Numbers("timeout", 1, 0x7fff_ffffL);
    private static final Numbers MARK = new Numbers("mark", 0, 0xffff_ffffL);

    private ConntrackInsert() {}

    private record Wanted(Tuple original, Tuple reply, long nanos, int status, int mark) {}

    static Action read(Arguments arguments) {
        CommandLine line = arguments.line();
        int protocol = ConntrackFilter.protocol(line, needed(arguments, "-p", "the protocol: -p PROTO"));
        if (protocol != Protocols.UDP) {
            throw line.problem(
                    Code.REFUSED,
                    needed(arguments, "-p", ""),
                    "conntrack -I is modelled for udp only",
                    "make connections of other protocols by sending their packets");
        }
        Tuple original = original(arguments, protocol);
        Wanted wanted = new Wanted(
                original,
                reply(arguments, original),
                TIMEOUT.read(line, needed(arguments, "-t", "the timeout in seconds: -t N")) * SECOND,
                status(arguments),
                (int) arguments
                        .value("-m")
                        .map(w -> MARK.readLong(line, w))
                        .orElse(0L)
                        .longValue());
        return session -> insert(session, line, wanted);
    }

    private static Word needed(Arguments arguments, String option, String expected) {
        return arguments.value(option).orElseGet(() -> arguments.line().word(Integer.MAX_VALUE, expected));
    }

    private static Tuple original(Arguments arguments, int protocol) {
        CommandLine line = arguments.line();
        return new Tuple(
                Values.address(line, needed(arguments, "-s", "the source: -s ADDRESS")),
                Values.address(line, needed(arguments, "-d", "the destination: -d ADDRESS")),
                protocol,
                Numbers.PORT.read(line, needed(arguments, "--sport", "the source port: --sport N")),
                Numbers.PORT.read(line, needed(arguments, "--dport", "the destination port: --dport N")));
    }

    private static Tuple reply(Arguments arguments, Tuple original) {
        Tuple inverse = Tuples.inverse(original).orElseThrow();
        IpAddress source = arguments.address("-r").orElse(inverse.source());
        IpAddress destination = arguments.address("-q").orElse(inverse.destination());
        return inverse.withSource(source, arguments.number("--reply-port-src", Numbers.PORT, inverse.sourceKey()))
                .withDestination(
                        destination, arguments.number("--reply-port-dst", Numbers.PORT, inverse.destinationKey()));
    }

    /** Every connection made by hand is confirmed; more is set by name. */
    private static int status(Arguments arguments) {
        int bits = CtStatus.CONFIRMED.bit();
        for (Word word : arguments.values("-u")) {
            for (String name : word.text().split(",", -1)) {
                bits |= switch (name) {
                    case "ASSURED" -> CtStatus.ASSURED.bit() | CtStatus.SEEN_REPLY.bit();
                    case "SEEN_REPLY" -> CtStatus.SEEN_REPLY.bit();
                    case "UNSET" -> 0;
                    default ->
                        throw arguments
                                .line()
                                .problem(
                                        Code.BAD_VALUE,
                                        word,
                                        "no such status: " + name,
                                        "write SEEN_REPLY, ASSURED or UNSET");
                };
            }
        }
        return bits;
    }

    private static Optional<Diagnostic> insert(Session session, CommandLine line, Wanted wanted) {
        var table = session.world().netfilter(line.namespace()).connections();
        if (table.find(0, wanted.original()).isPresent()
                || table.find(0, wanted.reply()).isPresent()) {
            return Optional.of(line.refusal("conntrack v1.4.7 (conntrack-tools): Operation failed: "
                    + "such conntrack exists, try -U to update"));
        }
        long id = session.world().ids().connection();
        Connection made = Connection.fresh(id, Zone.DEFAULT, wanted.original(), wanted.reply())
                .withStatus(wanted.status())
                .withMark(wanted.mark())
                .withExpiry(session.world().now() + wanted.nanos());
        session.emit(new ConnectionEvent.Inserted(line.namespace(), made));
        session.print("conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.\n");
        return Optional.empty();
    }
}
