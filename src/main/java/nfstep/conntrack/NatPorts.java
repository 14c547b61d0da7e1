package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Protocols;

/** Searches a port, id or key that no other connection has: {@code nf_nat_l4proto_unique_tuple}. */
final class NatPorts {
    private static final int MOST_ATTEMPTS = 128;
    private static final int LAST_ATTEMPTS = MOST_ATTEMPTS / 4;
    private static final int FEWEST_ATTEMPTS = 16;
    private static final int KEYS = 0x10000;

    private final NatRequest request;
    private final TupleUse use;
    private final Draw draw;

    NatPorts(NatRequest request, TupleUse use, Draw draw) {
        this.request = request;
        this.use = use;
        this.draw = draw;
    }

    /** The tuple with another key, or as it is where its protocol has none, or none may be changed. */
    NatPick search(Tuple tuple) {
        return pool(tuple).map(pool -> search(tuple, pool)).orElseGet(() -> NatPick.of(tuple, stuck(tuple)));
    }

    private NatPick search(Tuple tuple, KeyPool pool) {
        int attempts = Math.min(pool.size(), MOST_ATTEMPTS);
        int offset = firstOffset(tuple, pool);
        boolean drawn = isDrawn();
        while (true) {
            for (int i = 0; i < attempts; i++) {
                Tuple candidate = NatKey.with(tuple, request.manip(), pool.at((offset + i) % KEYS));
                Optional<NatPick> pick = take(candidate, attempts - i);
                if (pick.isPresent()) {
                    return drawn ? drawn(tuple, pick.get(), pool) : searched(tuple, pick.get(), pool);
                }
            }
            if (attempts >= pool.size() || attempts < FEWEST_ATTEMPTS) {
                return failed(tuple, pool, pool.at((offset + attempts - 1) % KEYS));
            }
            attempts /= 2;
            offset = random(pool);
            drawn = true;
        }
    }

    /** The last candidate is used all the same; the packet is dropped when the connection is to be confirmed. */
    private NatPick failed(Tuple tuple, KeyPool pool, int last) {
        String how = reason(tuple) + ": no free one of " + pool + " found, " + last + " is taken too";
        return NatPick.of(NatKey.with(tuple, request.manip(), last), how);
    }

    private Optional<NatPick> take(Tuple candidate, int attemptsLeft) {
        if (attemptsLeft > LAST_ATTEMPTS || !use.maySteal()) {
            return use.isFree(candidate) ? Optional.of(NatPick.of(candidate, "")) : Optional.empty();
        }
        if (use.owner(candidate).isEmpty()) {
            return Optional.of(NatPick.of(candidate, ""));
        }
        return use.stealable(candidate).map(old -> NatPick.of(
                        candidate,
                        "; connection " + old.id() + " in " + old.tracking().stateName() + " gives it up")
                .destroying(old.id()));
    }

    private NatPick searched(Tuple wanted, NatPick pick, KeyPool pool) {
        if (pool.size() == 1 && !request.allowsKey(wanted)) {
            return pick.because(becomes(wanted, pick) + pick.how());
        }
        return pick.because(explained(wanted, pick) + ", the first free one of " + pool + pick.how());
    }

    private String becomes(Tuple wanted, NatPick pick) {
        return NatKey.word(wanted, request.manip()) + " becomes " + NatKey.of(pick.tuple(), request.manip());
    }

    private NatPick drawn(Tuple wanted, NatPick pick, KeyPool pool) {
        return pick.because(explained(wanted, pick) + " (random)" + pick.how()).drawnFrom(pool);
    }

    private String explained(Tuple wanted, NatPick pick) {
        return reason(wanted) + ": " + NatKey.of(pick.tuple(), request.manip()) + " instead";
    }

    private String reason(Tuple wanted) {
        String word = NatKey.word(wanted, request.manip());
        if (request.isRandom()) {
            return word;
        }
        if (!request.allowsKey(wanted)) {
            return word + " not allowed";
        }
        return use.other(wanted)
                .map(hit -> word + " taken by connection " + hit.connection().id())
                .orElse(word);
    }

    private String stuck(Tuple tuple) {
        String word = NatKey.word(tuple, request.manip());
        return use.other(tuple)
                .map(hit -> word + " taken by connection " + hit.connection().id() + ", and nothing else to change")
                .orElse(word + " kept");
    }

    private boolean isDrawn() {
        boolean isRelative =
                request.range().ports().map(ports -> ports.base() != 0).orElse(false);
        return !isRelative && (request.isRandom() || request.manip() == Manip.SRC);
    }

    private int firstOffset(Tuple tuple, KeyPool pool) {
        int base = request.range().ports().map(NatRange.PortRange::base).orElse(0);
        if (base != 0) {
            return (NatKey.of(tuple, request.manip()) - base) & (KEYS - 1);
        }
        return isDrawn() ? random(pool) : 0;
    }

    private int random(KeyPool pool) {
        return draw.offset("NAT port", pool);
    }

    private Optional<KeyPool> pool(Tuple tuple) {
        boolean isGre = tuple.protocol() == Protocols.GRE;
        if (!NatKey.has(tuple) || (isGre && request.connection().master().isEmpty())) {
            return Optional.empty();
        }
        if (request.range().ports().isPresent()) {
            NatRange.PortRange ports = request.range().ports().get();
            return Optional.of(new KeyPool(ports.first(), ports.last() - ports.first() + 1));
        }
        if (Tuples.isIcmp(tuple.protocol())) {
            return Optional.of(new KeyPool(0, KEYS));
        }
        if (isGre) {
            return Optional.of(new KeyPool(1, KEYS - 1));
        }
        return request.manip() == Manip.DST ? Optional.empty() : Optional.of(alike(tuple.sourceKey()));
    }

    /** Ports below 512 show a credential to old servers, so a port stays in its class. */
    private static KeyPool alike(int port) {
        if (port >= 1024) {
            return new KeyPool(1024, KEYS - 1024);
        }
        return port < 512 ? new KeyPool(1, 511) : new KeyPool(600, 424);
    }
}
