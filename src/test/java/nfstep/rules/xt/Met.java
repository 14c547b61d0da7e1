package nfstep.rules.xt;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.host.Namespace;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.Surroundings;
import org.jspecify.annotations.Nullable;

/** Makes what a match looks at, for tests: a packet met in FORWARD between rc and rs. */
final class Met {
    private static final HookState FORWARD =
            new HookState(Hook.FORWARD, Optional.of(new Device(2, "rc")), Optional.of(new Device(3, "rs")));

    private Met() {}

    static MatchContext packet(Packet packet) {
        return skb(Skb.sent(1, packet), null);
    }

    static MatchContext skb(Skb skb, @Nullable Connection connection) {
        return new MatchContext(skb, FORWARD, Surroundings.bare(Namespace.bare("host")), connection);
    }
}
