package nfstep.lab.command;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tracking;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.conntrack.Zone;
import nfstep.engine.Settings;
import nfstep.event.ConnectionEvent;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** {@code conntrack -I}: makes a connection, as {@code ctnetlink_create_conntrack} of {@code nf_conntrack_netlink.c} does. */
final class ConntrackInsert {
    private static final long SECOND = 1_000_000_000L;
    private static final String PROTOCOL = "the protocol: -p PROTO";
    private static final Numbers TIMEOUT = new Numbers("timeout", 1, 0x7fff_ffffL);
    private static final Numbers MARK = new Numbers("mark", 0, 0xffff_ffffL);
    private static final Numbers ZONE = new Numbers("zone", 0, 65535);
    private static final Numbers BYTE = new Numbers("number", 0, 255);

    private final CommandLine line;
    private final Arguments arguments;

    private ConntrackInsert(Arguments arguments) {
        this.line = arguments.line();
        this.arguments = arguments;
    }

    private record Wanted(Connection connection, long nanos) {}

    static Action read(Arguments arguments) {
        Wanted wanted = new ConntrackInsert(arguments).wanted();
        return session -> insert(session, arguments.line(), wanted);
    }

    private Wanted wanted() {
        Word word = needed("-p", PROTOCOL);
        int protocol = ConntrackFilter.protocol(line, word);
        Tuple original = original(word, protocol);
        Tuple reply = reply(original);
        Zone zone = new Zone(arguments.number("-w", ZONE, 0), true, true);
        int mark = arguments.value("-m").map(w -> (int) MARK.readLong(line, w)).orElse(0);
        long seconds = TIMEOUT.read(line, needed("-t", "the timeout in seconds: -t N"));
        Connection plain =
                Connection.fresh(1, zone, original, reply).withStatus(status()).withMark(mark);
        Optional<Tracking> tracking = tracking(protocol);
        return new Wanted(
                translated(tracking.isPresent() ? plain.withTracking(tracking.get()) : plain), seconds * SECOND);
    }

    private Word needed(String option, String expected) {
        return arguments.value(option).orElseGet(() -> line.word(Integer.MAX_VALUE, expected));
    }

    /** The tuple of the original direction. */
    static Tuple original(Arguments arguments) {
        ConntrackInsert insert = new ConntrackInsert(arguments);
        Word word = insert.needed("-p", PROTOCOL);
        return insert.original(word, ConntrackFilter.protocol(arguments.line(), word));
    }

    private Tuple original(Word word, int protocol) {
        IpAddress source = Values.address(line, needed("-s", "the source: -s ADDRESS"));
        IpAddress destination = Values.address(line, needed("-d", "the destination: -d ADDRESS"));
        if (protocol == source.family().icmp()) {
            int type = BYTE.read(line, needed("--icmp-type", "the type: --icmp-type N"));
            int code = BYTE.read(line, needed("--icmp-code", "the code: --icmp-code N"));
            int id = Numbers.PORT.read(line, needed("--icmp-id", "the id: --icmp-id N"));
            return checked(word, new Tuple(source, destination, protocol, id, type << 8 | code));
        }
        if (protocol != Protocols.UDP && protocol != Protocols.TCP) {
            String hint = "make connections of other protocols by sending their packets";
            throw line.problem(Code.REFUSED, word, "conntrack -I and -G are modelled for tcp, udp and icmp only", hint);
        }
        int sport = Numbers.PORT.read(line, needed("--sport", "the source port: --sport N"));
        int dport = Numbers.PORT.read(line, needed("--dport", "the destination port: --dport N"));
        return new Tuple(source, destination, protocol, sport, dport);
    }

    private Tuple checked(Word word, Tuple tuple) {
        if (Tuples.inverse(tuple).isEmpty()) {
            throw line.problem(Code.BAD_VALUE, word, "messages of that ICMP type begin no connection");
        }
        return tuple;
    }

    private Tuple reply(Tuple original) {
        Tuple inverse = Tuples.inverse(original).orElseThrow();
        IpAddress source = arguments.address("-r").orElse(inverse.source());
        IpAddress destination = arguments.address("-q").orElse(inverse.destination());
        return inverse.withSource(source, arguments.number("--reply-port-src", Numbers.PORT, inverse.sourceKey()))
                .withDestination(
                        destination, arguments.number("--reply-port-dst", Numbers.PORT, inverse.destinationKey()));
    }

    private Optional<Tracking> tracking(int protocol) {
        if (protocol != Protocols.TCP) {
            return Optional.empty();
        }
        Word state = needed("--state", "the state: --state ESTABLISHED");
        return Optional.of(TcpTracking.made(ConntrackWords.tcpState(line, state)));
    }

    /** Every connection made by hand is confirmed; more is set by name. */
    private int status() {
        int bits = CtStatus.CONFIRMED.bit();
        for (Word word : arguments.values("-u")) {
            bits |= ConntrackWords.statuses(line, word);
        }
        return bits;
    }

    /** {@code ctnetlink_setup_nat}: {@code -n ADDRESS[:PORT]}, {@code -g ADDRESS[:PORT]}. */
    private Connection translated(Connection plain) {
        Connection made = plain;
        Optional<ConntrackEnd> source = end("-n");
        if (source.isPresent()) {
            Tuple reply = made.reply();
            int port = source.get().port().orElse(reply.destinationKey());
            made = made.withReply(reply.withDestination(source.get().address(), port))
                    .with(CtStatus.SRC_NAT)
                    .with(CtStatus.SRC_NAT_DONE);
        }
        Optional<ConntrackEnd> destination = end("-g");
        if (destination.isPresent()) {
            Tuple reply = made.reply();
            int port = destination.get().port().orElse(reply.sourceKey());
            made = made.withReply(reply.withSource(destination.get().address(), port))
                    .with(CtStatus.DST_NAT)
                    .with(CtStatus.DST_NAT_DONE);
        }
        return made;
    }

    private Optional<ConntrackEnd> end(String option) {
        if (!arguments.has(option)) {
            return Optional.empty();
        }
        Optional<ConntrackEnd> end = ConntrackEnd.of(arguments, option);
        return end.isPresent()
                ? end
                : Optional.of(
                        ConntrackEnd.read(line, line.word(Integer.MAX_VALUE, "the address that it is translated to")));
    }

    private static Optional<Diagnostic> insert(Session session, CommandLine line, Wanted wanted) {
        var table = session.world().netfilter(line.namespace()).connections();
        Connection made = wanted.connection();
        int zone = made.zone().id();
        if (table.find(zone, made.original()).isPresent()
                || table.find(zone, made.reply()).isPresent()) {
            return Optional.of(line.refusal(ConntrackCommand.FAILED + "Such conntrack exists, try -U to update"));
        }
        long id = session.world().ids().connection();
        Connection numbered = Connection.fresh(id, made.zone(), made.original(), made.reply())
                .withStatus(made.status())
                .withMark(made.mark())
                .withTracking(made.tracking())
                .withExpiry(session.world().now() + wanted.nanos());
        boolean counts = Settings.of(session.namespace(line.namespace())).acct();
        Connection counted = counts ? numbered.withCounters(Connection.Counters.ZERO) : numbered;
        session.emit(new ConnectionEvent.Inserted(line.namespace(), counted));
        session.print("conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.\n");
        return Optional.empty();
    }
}
