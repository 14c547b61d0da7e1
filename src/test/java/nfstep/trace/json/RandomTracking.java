package nfstep.trace.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.conntrack.Assistance;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.FtpLines;
import nfstep.conntrack.SequenceShift;
import nfstep.conntrack.Zone;

/** Connections, and what helpers know and expect, with values from a seed. */
record RandomTracking(RandomValues values) {
    Connection fresh(long id) {
        return Connection.fresh(id, new Zone(values.number(2), true, values.flag()), values.tuple(), values.tuple());
    }

    Connection changed(Connection base) {
        Connection changed = base.withStatus(values.number(512) & ~8)
                .withExpiry(values.flag() ? 0 : values.random().nextLong())
                .withMark(values.number(2))
                .withTracking(values.tracking())
                .withCounters(new Connection.Counters(values.number(2), 2, 3, 4));
        return new Connection(
                changed.id(),
                changed.zone(),
                changed.original(),
                values.flag() ? values.tuple() : changed.reply(),
                changed.status(),
                changed.expiresAt(),
                changed.mark(),
                changed.tracking(),
                values.flag() ? OptionalInt.of(3) : OptionalInt.empty(),
                values.flag() ? OptionalLong.of(2) : OptionalLong.empty(),
                changed.counters(),
                assistance());
    }

    Expectation expectation() {
        return new Expectation(
                1 + values.number(3),
                1 + values.number(5),
                new Zone(values.number(3), true, true),
                values.tuple(),
                values.text(),
                values.random().nextLong(),
                values.flag()
                        ? Optional.of(new Expectation.Following(values.pick(Direction.values()), values.number(9)))
                        : Optional.empty());
    }

    private Assistance assistance() {
        SequenceShift shift = new SequenceShift(values.random().nextInt(), values.number(9), -3);
        List<Integer> lines = values.flag() ? List.of(1, -5) : List.of();
        return values.flag()
                ? Assistance.NONE
                : new Assistance("ftp", new FtpLines(lines, List.of(7)), shift, SequenceShift.NONE, values.text());
    }
}
