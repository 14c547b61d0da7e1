package nfstep.lab.command;

import java.util.Optional;
import nfstep.engine.LocalOutput;
import nfstep.engine.RoutingOutput;
import nfstep.host.FibLookup;
import nfstep.host.FlowKey;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.rules.Decision;
import nfstep.source.Outcome;
import nfstep.state.World;

/**
 * How a program's socket reaches a destination: connect(2), {@code net/ipv4/datagram.c}, {@code
 * __ip4_datagram_connect}.
 *
 * @param source the address that its packets come from
 * @param key what the routing decision is asked
 */
record Way(IpAddress source, FlowKey key) {
    private static final int ROUTED_TOS = 0x1e;

    /**
     * What a program asks of its socket.
     *
     * @param source the address that it is bound to, if any
     * @param device the device that it is bound to, if any
     * @param tos of its packets
     * @param mark of its packets
     */
    record Wish(IpAddress destination, Optional<IpAddress> source, Optional<String> device, int tos, int mark) {
        /** Nothing but a destination. */
        static Wish to(IpAddress destination) {
            return new Wish(destination, Optional.empty(), Optional.empty(), 0, 0);
        }

        /** From that address, if there is one. */
        Wish from(Optional<IpAddress> address) {
            return new Wish(destination, address, device, tos, mark);
        }

        /** Who asks for no address means itself: {@code ip_route_output_key_hash_rcu}. */
        Wish reached(Namespace host) {
            Optional<IpAddress> own = device.flatMap(host::link).stream()
                    .flatMap(l -> host.addressesOf(l.index(), family()).stream())
                    .map(InterfaceAddress::address)
                    .findFirst();
            return destination.isUnspecified() && family() == IpFamily.IPV4
                    ? new Wish(source.or(() -> own).orElse(Ipv4Address.LOCALHOST), source, device, tos, mark)
                    : this;
        }

        IpFamily family() {
            return destination.family();
        }
    }

    /** The way that routing finds now, or what the system call that fails says. */
    static Outcome<Way> find(Namespace host, Wish wish) {
        Optional<Link> device = wish.device().flatMap(host::link);
        if (wish.device().isPresent() && device.isEmpty()) {
            return Outcome.refused("SO_BINDTODEVICE " + wish.device().get() + ": No such device");
        }
        if (wish.source().filter(s -> !isOwn(host, s)).isPresent()) {
            return Outcome.refused("bind: Cannot assign requested address");
        }
        IpAddress bound = wish.source().orElse(IpAddress.any(wish.family()));
        FlowKey key = FlowKey.sent(wish.destination(), bound)
                .with(wish.tos() & ROUTED_TOS, wish.mark())
                .leavingBy(device.map(Link::index).orElse(0));
        Outcome<IpAddress> chosen = RoutingOutput.connected(host, key);
        return chosen.refusal().isPresent()
                ? Outcome.refused("connect: " + chosen.refusal().get())
                : Outcome.done(new Way(wish.source().orElse(chosen.orElseThrow()), key));
    }

    /** Whether a socket may be bound to an address: {@code inet_addr_valid_or_nonlocal}. */
    private static boolean isOwn(Namespace host, IpAddress address) {
        RouteType type = FibLookup.localType(host.fib(), address);
        String knob = address.family() == IpFamily.IPV4 ? "net.ipv4.ip_nonlocal_bind" : "net.ipv6.ip_nonlocal_bind";
        return type == RouteType.LOCAL || host.sysctls().get(knob) != 0;
    }

    /** Whether the destination is everybody on a link. */
    boolean isBroadcast(Namespace host) {
        return RoutingOutput.decide(host, key)
                .filter(d -> d.kind() == Decision.Kind.BROADCAST)
                .isPresent();
    }

    /** The longest packet that leaves in one piece. */
    int mtu(World world, String namespace) {
        return RoutingOutput.decide(world, namespace, key)
                .map(d -> d.mtu().orElse(Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
    }

    /** How a packet of that program is sent on this way. */
    LocalOutput.Sending sending(String program) {
        return LocalOutput.Sending.program(program, key.mark()).by(key.out());
    }
}
