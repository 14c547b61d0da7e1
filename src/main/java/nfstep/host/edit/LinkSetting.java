package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.BridgeOptions;
import nfstep.host.BridgePort;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.MacAddress;
import nfstep.source.Outcome;

/** One thing that {@code ip link set} does to a device: {@code net/core/rtnetlink.c}, {@code do_setlink}. */
public sealed interface LinkSetting {
    /** What is behind {@code type} is done first: {@code rtnl_newlink} calls {@code changelink} before {@code do_setlink}. */
    int BEFORE_ALL = -1;

    /** A network and where the device is in it. */
    record Placed(Network network, LinkEnd at) {
        Namespace host() {
            return network.namespace(at.namespace());
        }

        Link link() {
            return network.link(at).orElseThrow();
        }

        Outcome<Placed> with(Link link) {
            return with(host().with(link));
        }

        Outcome<Placed> with(Namespace host) {
            return Outcome.done(new Placed(Carriers.settled(network, network.with(host)), at));
        }
    }

    /** When it is done among others of one command. */
    int turn();

    /** Does it, or says why not. */
    Outcome<Placed> applyTo(Placed before);

    /** {@code netns NAME}: the device moves, without its addresses, and is down. */
    record Move(String namespace) implements LinkSetting {
        @Override
        public int turn() {
            return 0;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            return LinkMove.of(before, namespace, Optional.empty());
        }
    }

    /** {@code address MAC}. */
    record Address(MacAddress mac) implements LinkSetting {
        @Override
        public int turn() {
            return 1;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Link link = before.link().withMac(mac);
            boolean bridge = link.kind() == LinkKind.BRIDGE;
            return flaw(mac)
                    .map(Outcome::<Placed>refused)
                    .orElseGet(() ->
                            before.with(bridge ? link.withBridge(link.bridge().withOwnMac()) : link));
        }

        /** Why no device can have that address: {@code is_valid_ether_addr}. */
        static Optional<String> flaw(MacAddress mac) {
            return mac.isMulticast() || mac.equals(MacAddress.ZERO)
                    ? Answer.errno("Cannot assign requested address").refusal()
                    : Optional.empty();
        }
    }

    /** {@code mtu BYTES}. */
    record Mtu(int bytes) implements LinkSetting {
        @Override
        public int turn() {
            return 2;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Link link = before.link();
            Link own = link.kind() == LinkKind.BRIDGE
                    ? link.withBridge(link.bridge().withOwnMtu())
                    : link;
            return flaw(bytes, link.kind())
                    .map(Outcome::<Placed>refused)
                    .orElseGet(() -> before.with(own.withMtu(bytes)));
        }

        /** Why a device of that kind cannot have that MTU: {@code dev_validate_mtu}. */
        static Optional<String> flaw(int bytes, LinkKind kind) {
            if (bytes < Link.MIN_MTU) {
                return Answer.error("mtu less than device minimum.").refusal();
            }
            return bytes > Link.maxMtu(kind)
                    ? Answer.error("mtu greater than device maximum.").refusal()
                    : Optional.empty();
        }
    }

    /** {@code name NAME}. */
    record Rename(String name) implements LinkSetting {
        public Rename {
            if (!Link.isName(name)) {
                throw new IllegalArgumentException("not a device name: " + name);
            }
        }

        @Override
        public int turn() {
            return 3;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Namespace host = before.host();
            Link link = before.link();
            if (link.name().equals(name)) {
                return Outcome.done(before);
            }
            return host.link(name).isPresent()
                    ? Answer.exists()
                    : before.with(host.with(link.withName(name))
                            .withSysctls(host.sysctls().withRenamed(link.name(), name)));
        }
    }

    /** {@code master BRIDGE}. */
    record Enslave(String bridge) implements LinkSetting {
        @Override
        public int turn() {
            return 4;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Optional<Link> master = before.host().link(bridge);
            if (master.isEmpty()) {
                return Outcome.refused("Error: argument \"" + bridge + "\" is wrong: Device does not exist"
                        + Answer.suggestion(bridge, before.host().linkNames()));
            }
            return flaw(master.get(), before.link())
                    .map(Outcome::<Placed>refused)
                    .orElseGet(() -> joined(before, master.get().index()));
        }

        /** {@code do_set_master}: a port that changes the bridge is a new one there. */
        private static Outcome<Placed> joined(Placed before, int master) {
            BridgePort port = new BridgePort(master, BridgeFollowing.nextTurn(before.host(), master), false);
            Link link = before.link();
            return link.isPortOf(master) ? Outcome.done(before) : before.with(link.withPort(port));
        }

        /** {@code net/bridge/br_if.c}, {@code br_add_if}. */
        private static Optional<String> flaw(Link master, Link port) {
            if (master.kind() != LinkKind.BRIDGE) {
                return Answer.errno("Operation not supported").refusal();
            }
            if (port.kind() == LinkKind.BRIDGE) {
                return Answer.error("Can not enslave a bridge to a bridge.").refusal();
            }
            return port.kind() == LinkKind.LOOPBACK
                    ? Answer.errno("Invalid argument").refusal()
                    : Optional.empty();
        }
    }

    /** {@code nomaster}. */
    record Release() implements LinkSetting {
        @Override
        public int turn() {
            return 4;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            return before.with(before.link().withoutPort());
        }
    }

    /** {@code type bridge_slave hairpin on|off}: whether frames may leave by the port that they came in by. */
    record Hairpin(boolean on) implements LinkSetting {
        @Override
        public int turn() {
            return BEFORE_ALL;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Link link = before.link();
            return link.port()
                    .map(port -> before.with(link.withPort(port.withHairpin(on))))
                    .orElseGet(() -> Answer.errno("Operation not supported"));
        }
    }

    /** {@code type bridge ageing_time HUNDREDTHS}. */
    record Ageing(long hundredths) implements LinkSetting {
        @Override
        public int turn() {
            return BEFORE_ALL;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            return ofBridge(before, before.link().bridge().withAgeing(hundredths));
        }
    }

    /** {@code type bridge nf_call_iptables 0|1}. */
    record CallsIptables(boolean on) implements LinkSetting {
        @Override
        public int turn() {
            return BEFORE_ALL;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            return ofBridge(before, before.link().bridge().withCallsIptables(on));
        }
    }

    private static Outcome<Placed> ofBridge(Placed before, BridgeOptions options) {
        return before.link().kind() == LinkKind.BRIDGE
                ? before.with(before.link().withBridge(options))
                : Answer.errno("Operation not supported");
    }

    /** {@code up}. */
    record Up() implements LinkSetting {
        @Override
        public int turn() {
            return 5;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Link link = before.link();
            if (link.up()) {
                return Outcome.done(before);
            }
            boolean below = link.vlan()
                    .flatMap(v -> before.host().link(v.parent()))
                    .map(Link::up)
                    .orElse(true);
            return below
                    ? before.with(LinkPower.withVlans(before.host(), link, true))
                    : Answer.errno("Network is down");
        }
    }

    /** {@code down}. */
    record Down() implements LinkSetting {
        @Override
        public int turn() {
            return 5;
        }

        @Override
        public Outcome<Placed> applyTo(Placed before) {
            Link link = before.link();
            return link.up() ? before.with(LinkPower.withVlans(before.host(), link, false)) : Outcome.done(before);
        }
    }
}
