package nfstep.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.MacAddress;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The network of one namespace as it is configured.
 *
 * @param links by index
 * @param addresses in the order in which they were added
 * @param neighbours the link-layer addresses that were configured ({@code nud permanent})
 * @param lastIndex the index that the last new device got; none is given twice
 */
public record Namespace(
        String name,
        TreePMap<Integer, Link> links,
        PVector<InterfaceAddress> addresses,
        Fib fib,
        Sysctls sysctls,
        TreePMap<NeighbourKey, MacAddress> neighbours,
        PVector<Listener> listeners,
        int lastIndex) {
    /** The index of the loopback device of every namespace. */
    public static final int LOOPBACK_INDEX = 1;

    private static final Comparator<Link> NEWEST_PORT = (a, b) -> Integer.compare(turn(b), turn(a));

    /** A namespace as {@code ip netns add} makes it: a loopback device that is down, the kernel's default policy rules. */
    public static Namespace bare(String name) {
        Link lo = Link.fresh(LOOPBACK_INDEX, "lo", LinkKind.LOOPBACK, MacAddress.ZERO);
        return new Namespace(
                name,
                TreePMap.<Integer, Link>empty().plus(LOOPBACK_INDEX, lo),
                TreePVector.empty(),
                Fib.initial(),
                Sysctls.defaults(),
                TreePMap.empty(),
                TreePVector.empty(),
                LOOPBACK_INDEX);
    }

    /** The device with that index, if there is one. */
    public Optional<Link> link(int index) {
        return Optional.ofNullable(links.get(index));
    }

    /** The device of that name, if there is one. */
    public Optional<Link> link(String device) {
        return links.values().stream().filter(l -> l.name().equals(device)).findFirst();
    }

    /** The ports of a bridge, the newest first, as a frame to all leaves by them. */
    public List<Link> portsOf(int bridge) {
        return links.values().stream()
                .filter(l -> l.isPortOf(bridge))
                .sorted(NEWEST_PORT)
                .toList();
    }

    private static int turn(Link port) {
        return port.port().map(BridgePort::turn).orElse(0);
    }

    /** The addresses of one device, in the order in which they were added. */
    public List<InterfaceAddress> addressesOf(int index) {
        return addresses.stream().filter(a -> a.link() == index).toList();
    }

    /** The addresses of one device that are of a family. */
    public List<InterfaceAddress> addressesOf(int index, IpFamily family) {
        return addresses.stream()
                .filter(a -> a.link() == index && a.address().family() == family)
                .toList();
    }

    /** Whether packets to a group are taken at a device: all hosts are in 224.0.0.1 ({@code ip_check_mc_rcu}). */
    public boolean hasJoined(int index, IpAddress group) {
        return link(index).filter(Link::up).isPresent() && group.equals(Ipv4Address.ALL_HOSTS);
    }

    /** The link-layer address that was configured for an address on the link of a device. */
    public Optional<MacAddress> neighbour(int index, IpAddress address) {
        return Optional.ofNullable(neighbours.get(new NeighbourKey(index, address)));
    }

    /** The names of the devices, for messages. */
    public List<String> linkNames() {
        return links.values().stream().map(Link::name).toList();
    }

    /** This namespace with that device put in the place of the one with the same index. */
    public Namespace with(Link link) {
        return new Namespace(
                name, links.plus(link.index(), link), addresses, fib, sysctls, neighbours, listeners, lastIndex);
    }

    /** The index for a new device: {@code net/core/dev.c}, {@code dev_index_reserve}. */
    public int nextIndex() {
        int index = lastIndex + 1;
        while (links.containsKey(index)) {
            index++;
        }
        return index;
    }

    /** This namespace with one more device, which begins with the settings of {@code conf.default}. */
    public Namespace plus(Link link) {
        return new Namespace(
                name,
                links.plus(link.index(), link),
                addresses,
                fib,
                sysctls.withDevice(link.name()),
                neighbours,
                listeners,
                link.index() == nextIndex() ? link.index() : lastIndex);
    }

    /** This namespace without the device with that index; its addresses and routes are not touched. */
    public Namespace withoutLink(int index) {
        return new Namespace(name, links.minus(index), addresses, fib, sysctls, neighbours, listeners, lastIndex);
    }

    /** This namespace with other addresses. */
    public Namespace withAddresses(PVector<InterfaceAddress> other) {
        return new Namespace(name, links, other, fib, sysctls, neighbours, listeners, lastIndex);
    }

    /** This namespace with other routes and policy rules. */
    public Namespace withFib(Fib other) {
        return new Namespace(name, links, addresses, other, sysctls, neighbours, listeners, lastIndex);
    }

    /** This namespace with other settings. */
    public Namespace withSysctls(Sysctls other) {
        return new Namespace(name, links, addresses, fib, other, neighbours, listeners, lastIndex);
    }

    /** This namespace with other neighbours. */
    public Namespace withNeighbours(TreePMap<NeighbourKey, MacAddress> other) {
        return new Namespace(name, links, addresses, fib, sysctls, other, listeners, lastIndex);
    }

    /** This namespace with other listeners. */
    public Namespace withListeners(PVector<Listener> other) {
        return new Namespace(name, links, addresses, fib, sysctls, neighbours, other, lastIndex);
    }
}
