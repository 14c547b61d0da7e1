package nfstep.trace.json;

import java.util.List;
import nfstep.conntrack.Assistance;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.FtpLines;
import nfstep.conntrack.SequenceShift;

/** How what helpers know, did and expect is written. */
final class Assistances {
    private static final Codec<Direction> DIRECTION = Values.words(Direction.values());
    private static final Codec<SequenceShift> SHIFT = Codec.tuple(
            3,
            it -> List.of(new Json.Whole(it.position()), new Json.Whole(it.before()), new Json.Whole(it.after())),
            in -> new SequenceShift(
                    in.get(0).integer(), in.get(1).integer(), in.get(2).integer()));
    private static final Codec<Expectation.Following> FOLLOWING = Codec.tuple(
            2,
            it -> List.of(DIRECTION.write(it.direction()), new Json.Whole(it.port())),
            in -> new Expectation.Following(DIRECTION.read(in.get(0)), in.get(1).integer()));

    /** What helpers know of a connection. */
    static final Codec<Assistance> CODEC = Codec.object(
            (it, out) -> out.text("helper", it.helper())
                    .text("expectedBy", it.expectedBy())
                    .list("originalLines", Values.INT, it.lines().original())
                    .list("replyLines", Values.INT, it.lines().reply())
                    .put("original", SHIFT, it.original())
                    .put("reply", SHIFT, it.reply()),
            in -> new Assistance(
                    in.text("helper"),
                    new FtpLines(in.list("originalLines", Values.INT), in.list("replyLines", Values.INT)),
                    in.get("original", SHIFT),
                    in.get("reply", SHIFT),
                    in.text("expectedBy")));

    /** A connection that is expected. */
    static final Codec<Expectation> EXPECTATION = Codec.object(
            (it, out) -> out.number("id", it.id())
                    .number("master", it.master())
                    .put("zone", Values.ZONE, it.zone())
                    .put("tuple", Values.TUPLE, it.tuple())
                    .text("helper", it.helper())
                    .number("expiresAt", it.expiresAt())
                    .put("following", Values.orNull(FOLLOWING), it.following()),
            in -> new Expectation(
                    in.number("id"),
                    in.number("master"),
                    in.get("zone", Values.ZONE),
                    in.get("tuple", Values.TUPLE),
                    in.text("helper"),
                    in.number("expiresAt"),
                    in.get("following", Values.orNull(FOLLOWING))));

    private Assistances() {}
}
