package nfstep.event;

import java.util.List;
import java.util.Optional;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.state.Change;

/** The way of a frame through a bridge. */
public sealed interface BridgeEvent extends PacketEvent {
    /** The bridge. */
    Device bridge();

    /**
     * A frame comes in by a port of a bridge.
     *
     * @param skb as it comes, its device is the port
     * @param from the namespace that it was handed over from
     */
    record PortEntered(At at, Skb skb, Device bridge, String from) implements BridgeEvent {
        @Override
        public String sentence() {
            String port = skb.in().map(Device::name).orElse("?");
            String frame = skb.ethernet()
                    .map(EthernetHeader::source)
                    .map(m -> " from " + m)
                    .orElse("");
            return "comes by " + port + ", a port of " + bridge.name() + ", in a frame" + frame + ": " + skb.packet();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atPacket(at.namespace(), skb);
        }

        @Override
        public boolean beginsVisit() {
            return true;
        }
    }

    /**
     * The hooks of IP see a frame, or do not: {@code br_netfilter}.
     *
     * @param skb as the hooks see it, or as it came
     * @param setting what decides it
     */
    record Shown(At at, Device bridge, Skb skb, String setting) implements BridgeEvent {
        /** Whether they do. */
        public boolean shown() {
            return skb.bridge().in().isPresent();
        }

        @Override
        public String sentence() {
            return skb.bridge()
                            .in()
                            .map(port -> "iptables sees the frame, as IN=" + bridge.name() + " PHYSIN=" + port.name())
                            .orElse("iptables does not see the frame")
                    + " (" + setting + ")";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }

    /**
     * A bridge sees an address behind a port.
     *
     * @param before the port that it was seen behind until now
     * @param seen when, in nanoseconds of virtual time
     */
    record Learned(At at, Device bridge, Device port, MacAddress mac, Optional<Device> before, long seen)
            implements BridgeEvent {
        @Override
        public List<Change> changes() {
            return List.of(new Change.StationSeen(at.namespace(), bridge.index(), mac, port.index(), seen));
        }

        @Override
        public String sentence() {
            if (before.isEmpty()) {
                return bridge.name() + " learns: " + mac + " is behind " + port.name();
            }
            return before.get().equals(port)
                    ? bridge.name() + " sees " + mac + " behind " + port.name() + " again"
                    : bridge.name() + " learns: " + mac + " is behind " + port.name() + " now, no longer behind "
                            + before.get().name();
        }
    }

    /** What a bridge does with a frame. */
    enum Way {
        /** The address is the bridge's or that of one of its ports. */
        UP,
        /** It was seen behind one port. */
        KNOWN,
        /** It was seen behind no port, or too long ago. */
        UNKNOWN,
        /** It is everybody's, or that of a group. */
        EVERYBODY
    }

    /**
     * A bridge looks the destination of a frame up.
     *
     * @param port the one that it came in by; none for what the bridge's own stack sends
     * @param out the ports by which the frame leaves, in that order
     */
    record LookedUp(At at, Device bridge, Optional<Device> port, Skb skb, Way way, List<Device> out)
            implements BridgeEvent {
        public LookedUp {
            out = List.copyOf(out);
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }

        @Override
        public String sentence() {
            String to = skb.ethernet().map(h -> h.destination().toString()).orElse("?");
            String ports = out.isEmpty()
                    ? "no other port"
                    : String.join(", ", out.stream().map(Device::name).toList());
            return switch (way) {
                case UP -> bridge.name() + ": " + to + " is its own, so the packet goes up to this host";
                case KNOWN -> bridge.name() + ": " + to + " is behind " + ports;
                case UNKNOWN -> bridge.name() + ": " + to + " was not seen yet, so the frame floods to " + ports;
                case EVERYBODY -> bridge.name() + ": " + to + " is meant for all, so the frame floods to " + ports;
            };
        }
    }

    /**
     * A frame, or a copy of it, goes from port to port.
     *
     * @param skb as it is for the hooks that follow
     */
    record Forwarded(At at, Device bridge, Device port, Skb skb) implements BridgeEvent {
        @Override
        public String sentence() {
            return bridge.name() + " sends the frame on to " + port.name();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb).offHook();
        }
    }

    /** A frame leaves by a port of a bridge. */
    record PortLeft(At at, Device bridge, Device port, Skb skb) implements BridgeEvent {
        @Override
        public String sentence() {
            return "leaves " + at.namespace() + " by " + port.name() + ", a port of " + bridge.name() + ": "
                    + skb.packet();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb).offHook();
        }
    }

    /**
     * A bridge hands a packet up to the stack of its host.
     *
     * @param skb its device is the bridge
     * @param seen whether PREROUTING has seen it, so that it does not run again ({@code ip_sabotage_in})
     */
    record PassedUp(At at, Device bridge, Skb skb, boolean seen) implements BridgeEvent {
        @Override
        public String sentence() {
            return "arrives in " + at.namespace() + " by " + bridge.name() + ": " + skb.packet()
                    + (seen ? "; PREROUTING has run already" : "");
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb).offHook();
        }
    }
}
