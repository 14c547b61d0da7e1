package nfstep.conntrack;

import java.util.Optional;

/** Chooses what one end of a connection becomes: {@code nf_nat_setup_info}, {@code get_unique_tuple}. */
public final class NatChoice {
    private final NatRequest request;
    private final TupleUse use;
    private final Draw draw;

    private NatChoice(NatRequest request, ConntrackTable table, Draw draw) {
        this.request = request;
        this.use = new TupleUse(request.connection(), table);
        this.draw = draw;
    }

    /** The choice; no connection of the table may be one whose time is over. */
    public static NatChosen choose(NatRequest request, ConntrackTable table, Draw draw) {
        Tuple current = Tuples.inverse(request.connection().reply()).orElseThrow();
        return settled(request, current, new NatChoice(request, table, draw).pick(current));
    }

    private static NatChosen settled(NatRequest request, Tuple current, NatPick pick) {
        Connection after = request.connection().with(request.manip().done());
        if (!pick.tuple().equals(current)) {
            after = after.withReply(Tuples.inverse(pick.tuple()).orElseThrow())
                    .with(request.manip().translates());
        }
        return new NatChosen(after, pick.destroyed(), pick.drawn(), pick.how());
    }

    private NatPick pick(Tuple current) {
        return asBefore(current).orElseGet(() -> {
            Tuple moved = moved(current);
            return asWanted(moved).orElseGet(() -> new NatPorts(request, use, draw).search(moved));
        });
    }

    /** A source that is allowed as it is stays; one that was translated before becomes what it became then. */
    private Optional<NatPick> asBefore(Tuple current) {
        if (request.manip() != Manip.SRC || request.isRandom()) {
            return Optional.empty();
        }
        if (request.allowsSource(current)) {
            return use.isFree(current)
                    ? Optional.of(NatPick.of(current, NatKey.word(current, Manip.SRC) + " kept"))
                    : Optional.empty();
        }
        return use.sameSource(current, request).filter(pick -> use.isFree(pick.tuple()));
    }

    private Tuple moved(Tuple current) {
        if (request.range().addresses().isEmpty()) {
            return current;
        }
        return request.manip() == Manip.SRC
                ? current.withSource(NatAddress.choose(request, current), current.sourceKey())
                : current.withDestination(NatAddress.choose(request, current), current.destinationKey());
    }

    /** The key stays where it may; a range of one port is taken without a look at who else has it. */
    private Optional<NatPick> asWanted(Tuple moved) {
        if (request.isRandom()) {
            return Optional.empty();
        }
        boolean allowed = request.range()
                .ports()
                .map(ports -> ports.base() == 0 && request.allowsKey(moved) && (ports.isOne() || use.isFree(moved)))
                .orElseGet(() -> use.isFree(moved));
        return allowed
                ? Optional.of(NatPick.of(moved, NatKey.word(moved, request.manip()) + " kept"))
                : Optional.empty();
    }
}
