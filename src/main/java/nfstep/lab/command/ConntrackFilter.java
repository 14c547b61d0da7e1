package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Tuple;
import nfstep.packet.Prefix;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;

/** The conditions of conntrack(8) that choose connections. */
final class ConntrackFilter {
    private static final Numbers MARK = new Numbers("mark", 0, 0xffff_ffffL);
    private static final Numbers ZONE = new Numbers("zone", 0, 65535);

    private final Arguments arguments;
    private final List<Predicate<Connection>> conditions = new ArrayList<>();

    private ConntrackFilter(Arguments arguments) {
        this.arguments = arguments;
    }

    static Options options() {
        return Options.none()
                .valued("-p", "--proto")
                .valued("-s", "--src", "--orig-src")
                .valued("-d", "--dst", "--orig-dst")
                .valued("-r", "--reply-src")
                .valued("-q", "--reply-dst")
                .valued("--sport", "--orig-port-src")
                .valued("--dport", "--orig-port-dst")
                .valued("--reply-port-src")
                .valued("--reply-port-dst")
                .valued("-m", "--mark")
                .valued("-w", "--zone")
                .flag("-g", "--dst-nat")
                .flag("-n", "--src-nat")
                .flag("-j", "--any-nat");
    }

    /** Refuses conditions. */
    static void none(Arguments arguments) {
        ConntrackFilter filter = new ConntrackFilter(arguments);
        filter.gather();
        if (!filter.conditions.isEmpty()) {
            throw arguments.line().problem(Code.SYNTAX, arguments.line().name(), "-C counts all connections");
        }
    }

    /** Whether a connection fulfils all conditions. */
    static Predicate<Connection> read(Arguments arguments) {
        ConntrackFilter filter = new ConntrackFilter(arguments);
        filter.gather();
        List<Predicate<Connection>> all = List.copyOf(filter.conditions);
        return connection -> all.stream().allMatch(c -> c.test(connection));
    }

    private void gather() {
        CommandLine line = arguments.line();
        arguments.value("-p").ifPresent(w -> {
            int protocol = protocol(line, w);
            conditions.add(c -> c.original().protocol() == protocol);
        });
        address("-s", c -> c.original().source());
        address("-d", c -> c.original().destination());
        address("-r", c -> c.reply().source());
        address("-q", c -> c.reply().destination());
        port("--sport", Connection::original, Tuple::sourceKey);
        port("--dport", Connection::original, Tuple::destinationKey);
        port("--reply-port-src", Connection::reply, Tuple::sourceKey);
        port("--reply-port-dst", Connection::reply, Tuple::destinationKey);
        arguments.value("-m").ifPresent(w -> {
            int mark = (int) MARK.readLong(line, w);
            conditions.add(c -> c.mark() == mark);
        });
        arguments.value("-w").ifPresent(w -> {
            int zone = ZONE.read(line, w);
            conditions.add(c -> c.zone().id() == zone);
        });
        nat();
    }

    private void nat() {
        boolean any = arguments.has("-j");
        if (arguments.has("-n") || any) {
            conditions.add(c -> isSource(c) || (any && isDestination(c)));
        }
        if (arguments.has("-g")) {
            conditions.add(ConntrackFilter::isDestination);
        }
    }

    private static boolean isSource(Connection c) {
        return c.has(nfstep.conntrack.CtStatus.SRC_NAT);
    }

    private static boolean isDestination(Connection c) {
        return c.has(nfstep.conntrack.CtStatus.DST_NAT);
    }

    private void address(String option, Function<Connection, nfstep.packet.IpAddress> of) {
        arguments.value(option).ifPresent(word -> {
            Prefix prefix = Prefix.parse(word.text())
                    .orElseThrow(
                            () -> arguments.line().problem(Code.BAD_VALUE, word, "not an address: " + word.text()));
            conditions.add(c -> of.apply(c).family() == prefix.address().family() && prefix.contains(of.apply(c)));
        });
    }

    private void port(String option, Function<Connection, Tuple> tuple, Function<Tuple, Integer> key) {
        arguments.value(option).ifPresent(word -> {
            int port = Numbers.PORT.read(arguments.line(), word);
            conditions.add(c -> Protocols.hasPorts(c.original().protocol()) && key.apply(tuple.apply(c)) == port);
        });
    }

    static int protocol(CommandLine line, Word word) {
        return Protocols.number(word.text())
                .orElseThrow(() -> line.problem(Code.BAD_VALUE, word, "no such protocol: " + word.text()));
    }
}
