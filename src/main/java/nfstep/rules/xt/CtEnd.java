package nfstep.rules.xt;

import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Tuple;
import nfstep.packet.IpAddress;

/** One of the four ends of a connection's two tuples. */
enum CtEnd {
    ORIGINAL_SOURCE("ctorigsrc", Direction.ORIGINAL, true),
    ORIGINAL_DESTINATION("ctorigdst", Direction.ORIGINAL, false),
    REPLY_SOURCE("ctreplsrc", Direction.REPLY, true),
    REPLY_DESTINATION("ctrepldst", Direction.REPLY, false);

    private final String option;
    private final Direction direction;
    private final boolean source;

    CtEnd(String option, Direction direction, boolean source) {
        this.option = option;
        this.direction = direction;
        this.source = source;
    }

    /** The option that compares its address. */
    String addressOption() {
        return option;
    }

    /** The option that compares its port. */
    String portOption() {
        return option + "port";
    }

    /** Its address. */
    IpAddress address(Connection connection) {
        Tuple tuple = connection.tuple(direction);
        return source ? tuple.source() : tuple.destination();
    }

    /** Its port, or what stands in its place: {@code union nf_conntrack_man_proto}. */
    int key(Connection connection) {
        Tuple tuple = connection.tuple(direction);
        return source ? tuple.sourceKey() : tuple.destinationKey();
    }
}
