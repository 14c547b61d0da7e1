package nfstep.lab.command;

import java.util.Optional;
import java.util.function.Predicate;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;

/** What {@code -n} and {@code -g} of conntrack(8) say of a translation: {@code ADDRESS[:PORT]}. */
record ConntrackEnd(IpAddress address, Optional<Integer> port) {
    /** The value of an option, if it has one. */
    static Optional<ConntrackEnd> of(Arguments arguments, String option) {
        CommandLine line = arguments.line();
        return arguments.value(option).filter(w -> !w.text().startsWith("-")).map(w -> read(line, w));
    }

    /** Reads such a value. */
    static ConntrackEnd read(CommandLine line, Word word) {
        int colon = word.text().indexOf(':');
        String address = colon < 0 ? word.text() : word.text().substring(0, colon);
        Optional<Integer> port = colon < 0
                ? Optional.empty()
                : Optional.of(Numbers.PORT.read(line, new Word(word.text().substring(colon + 1), word.span())));
        return new ConntrackEnd(Values.address(line, new Word(address, word.span())), port);
    }

    /**
     * Connections with another source, that one if it is given: {@code filter_nat} of {@code conntrack.c}. Where none is
     * given, one of ICMP counts too, since its id and type are compared as ports are.
     */
    static Predicate<Connection> source(Optional<ConntrackEnd> wanted) {
        return c -> c.has(CtStatus.SRC_NAT_DONE) && isOther(wanted, source(c.original()), destination(c.reply()));
    }

    /** The same for another destination. */
    static Predicate<Connection> destination(Optional<ConntrackEnd> wanted) {
        return c -> c.has(CtStatus.DST_NAT_DONE) && isOther(wanted, destination(c.original()), source(c.reply()));
    }

    private record Place(IpAddress address, int key) {}

    private static Place source(Tuple tuple) {
        return new Place(tuple.source(), tuple.sourceKey());
    }

    private static Place destination(Tuple tuple) {
        return new Place(tuple.destination(), tuple.destinationKey());
    }

    private static boolean isOther(Optional<ConntrackEnd> wanted, Place before, Place after) {
        return wanted.map(w -> w.isMetBy(before, after)).orElse(!before.equals(after));
    }

    private boolean isMetBy(Place before, Place after) {
        boolean moved = after.address().equals(address) && !before.address().equals(address);
        return moved && port.map(p -> after.key() == p && before.key() != p).orElse(true);
    }
}
