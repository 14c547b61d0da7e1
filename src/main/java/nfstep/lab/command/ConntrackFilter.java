package nfstep.lab.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;

/** The conditions of conntrack(8) that choose connections. */
final class ConntrackFilter {
    private static final Numbers ZONE = new Numbers("zone", 0, 65535);
    private static final Numbers BYTE = new Numbers("number", 0, 255);

    private final Arguments arguments;
    private final List<Predicate<Connection>> conditions = new ArrayList<>();

    private ConntrackFilter(Arguments arguments) {
        this.arguments = arguments;
    }

    static Options options() {
        return Options.none()
                .valued("-p", "--proto")
                .valued("-f", "--family")
                .valued("-s", "--src", "--orig-src")
                .valued("-d", "--dst", "--orig-dst")
                .valued("-r", "--reply-src")
                .valued("-q", "--reply-dst")
                .valued("--mask-src")
                .valued("--mask-dst")
                .valued("--sport", "--orig-port-src")
                .valued("--dport", "--orig-port-dst")
                .valued("--reply-port-src")
                .valued("--reply-port-dst")
                .valued("--icmp-type")
                .valued("--icmp-code")
                .valued("--icmp-id")
                .valued("--state")
                .valued("-u", "--status")
                .valued("-m", "--mark")
                .valued("-w", "--zone")
                .valued("--orig-zone")
                .valued("--reply-zone")
                .optional("-g", "--dst-nat")
                .optional("-n", "--src-nat")
                .optional("-j", "--any-nat");
    }

    /** Refuses conditions; conntrack(8) does. */
    static void none(Arguments arguments, String command) {
        ConntrackFilter filter = new ConntrackFilter(arguments);
        filter.gather();
        if (!filter.conditions.isEmpty()) {
            throw arguments.line().problem(Code.SYNTAX, arguments.line().name(), command + " is about all connections");
        }
    }

    /** Whether a connection fulfils all conditions. */
    static Predicate<Connection> read(Arguments arguments) {
        ConntrackFilter filter = new ConntrackFilter(arguments);
        filter.gather();
        return filter.all();
    }

    private Predicate<Connection> all() {
        List<Predicate<Connection>> all = List.copyOf(conditions);
        return connection -> all.stream().allMatch(c -> c.test(connection));
    }

    /** As {@link #read}, but what -U changes is no condition. */
    static Predicate<Connection> readUnchangeable(Arguments arguments) {
        ConntrackFilter filter = new ConntrackFilter(arguments);
        filter.gatherUnchangeable();
        return filter.all();
    }

    private void gather() {
        gatherUnchangeable();
        value("-m", this::mark);
        value("--state", this::state);
        value("-u", this::status);
    }

    private void gatherUnchangeable() {
        value("-p", w -> {
            int protocol = protocol(line(), w);
            return c -> c.original().protocol() == protocol;
        });
        value("-f", w -> {
            IpFamily family = family(w);
            return c -> c.original().source().family() == family;
        });
        address("-s", "--mask-src", c -> c.original().source());
        address("-d", "--mask-dst", c -> c.original().destination());
        address("-r", "", c -> c.reply().source());
        address("-q", "", c -> c.reply().destination());
        ports();
        number("--icmp-type", Numbers.PORT, c -> isIcmp(c) ? c.original().icmpType() : -1);
        number("--icmp-code", BYTE, c -> isIcmp(c) ? c.original().icmpCode() : -1);
        number("--icmp-id", Numbers.PORT, c -> isIcmp(c) ? c.original().sourceKey() : -1);
        number("-w", ZONE, c -> id(c.zone(), c.zone().original() && c.zone().reply()));
        number(
                "--orig-zone",
                ZONE,
                c -> id(c.zone(), c.zone().original() && !c.zone().reply()));
        number(
                "--reply-zone",
                ZONE,
                c -> id(c.zone(), c.zone().reply() && !c.zone().original()));
        nat();
    }

    private CommandLine line() {
        return arguments.line();
    }

    private void value(String option, Function<Word, Predicate<Connection>> condition) {
        arguments.value(option).map(condition).ifPresent(conditions::add);
    }

    private void number(String option, Numbers range, Function<Connection, Integer> of) {
        value(option, w -> {
            int wanted = range.read(line(), w);
            return c -> of.apply(c) == wanted;
        });
    }

    /** A zone of both directions is not that of one. */
    private static int id(Zone zone, boolean isSo) {
        return isSo ? zone.id() : 0;
    }

    private static boolean isIcmp(Connection c) {
        return c.original().protocol() == c.original().source().family().icmp();
    }

    private IpFamily family(Word word) {
        return switch (word.text()) {
            case "ipv4" -> IpFamily.IPV4;
            case "ipv6" -> IpFamily.IPV6;
            default -> throw line().problem(Code.BAD_VALUE, word, "-f takes ipv4 or ipv6, not " + word.text());
        };
    }

    private Predicate<Connection> state(Word word) {
        if (arguments
                .value("-p")
                .filter(p -> protocol(line(), p) == Protocols.TCP)
                .isEmpty()) {
            throw line().problem(Code.MISSING_VALUE, word, "--state needs -p tcp");
        }
        String wanted = ConntrackWords.tcpState(line(), word).name();
        return c -> c.tracking() instanceof TcpTracking tcp && tcp.stateName().equals(wanted);
    }

    private Predicate<Connection> status(Word word) {
        List<String> names = Arrays.asList(word.text().split(",", -1));
        int bits = 0;
        for (String name : names) {
            bits |= name.equals("UNREPLIED") ? 0 : ConntrackWords.status(line(), word, name);
        }
        int wanted = bits;
        boolean unreplied = names.contains("UNREPLIED");
        return c -> Arrays.stream(CtStatus.values()).allMatch(b -> (wanted & b.bit()) == 0 || c.has(b))
                && !(unreplied && c.has(CtStatus.SEEN_REPLY));
    }

    /** {@code VALUE}, or {@code VALUE/MASK}. */
    private Predicate<Connection> mark(Word word) {
        ConntrackWords.Mark wanted = ConntrackWords.mark(line(), word);
        return c -> (c.mark() & wanted.mask()) == wanted.value();
    }

    private void ports() {
        port("--sport", Connection::original, Tuple::sourceKey);
        port("--dport", Connection::original, Tuple::destinationKey);
        port("--reply-port-src", Connection::reply, Tuple::sourceKey);
        port("--reply-port-dst", Connection::reply, Tuple::destinationKey);
    }

    private void port(String option, Function<Connection, Tuple> tuple, Function<Tuple, Integer> key) {
        boolean hasPorts = arguments.value("-p").stream().anyMatch(p -> Protocols.hasPorts(protocol(line(), p)));
        arguments.value(option).filter(w -> !hasPorts).ifPresent(w -> {
            throw line().problem(Code.MISSING_VALUE, w, option + " needs -p tcp or -p udp");
        });
        number(option, Numbers.PORT, c -> Protocols.hasPorts(c.original().protocol()) ? key.apply(tuple.apply(c)) : -1);
    }

    private void nat() {
        nat("-n", ConntrackEnd::source);
        nat("-g", ConntrackEnd::destination);
        nat("-j", end -> ConntrackEnd.source(end).or(ConntrackEnd.destination(end)));
    }

    private void nat(String option, Function<Optional<ConntrackEnd>, Predicate<Connection>> condition) {
        if (arguments.has(option)) {
            conditions.add(condition.apply(ConntrackEnd.of(arguments, option)));
        }
    }

    private void address(String option, String mask, Function<Connection, IpAddress> of) {
        value(option, word -> {
            AddressMask wanted = arguments
                    .value(mask)
                    .map(m -> new AddressMask(Values.address(line(), word), Values.address(line(), m)))
                    .orElseGet(() -> AddressMask.of(prefix(word)));
            return c -> of.apply(c).family() == wanted.family() && wanted.matches(of.apply(c));
        });
    }

    private Prefix prefix(Word word) {
        return Prefix.parse(word.text())
                .orElseThrow(() -> line().problem(Code.BAD_VALUE, word, "not an address: " + word.text()));
    }

    static int protocol(CommandLine line, Word word) {
        return Protocols.number(word.text())
                .orElseThrow(() -> line.problem(Code.BAD_VALUE, word, "no such protocol: " + word.text()));
    }
}
