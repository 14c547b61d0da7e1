package nfstep.host;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The network of one namespace as it is configured.
 *
 * @param links by index
 * @param addresses in the order in which they were added
 * @param neighbours static and learned link-layer addresses
 */
public record Namespace(
        String name,
        TreePMap<Integer, Link> links,
        PVector<InterfaceAddress> addresses,
        Fib fib,
        Sysctls sysctls,
        TreePMap<IpAddress, MacAddress> neighbours,
        PVector<Listener> listeners) {
    /** The index of the loopback device of every namespace. */
    public static final int LOOPBACK_INDEX = 1;

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
                TreePVector.empty());
    }

    /** The device with that index, if there is one. */
    public Optional<Link> link(int index) {
        return Optional.ofNullable(links.get(index));
    }

    /** The device of that name, if there is one. */
    public Optional<Link> link(String device) {
        return links.values().stream().filter(l -> l.name().equals(device)).findFirst();
    }

    /** The addresses of one device, in the order in which they were added. */
    public List<InterfaceAddress> addressesOf(int index) {
        return addresses.stream().filter(a -> a.link() == index).toList();
    }

    /** The names of the devices, for messages. */
    public List<String> linkNames() {
        return links.values().stream().map(Link::name).toList();
    }

    /** This namespace with that device put in the place of the one with the same index. */
    public Namespace with(Link link) {
        return new Namespace(name, links.plus(link.index(), link), addresses, fib, sysctls, neighbours, listeners);
    }

    /** This namespace without the device with that index; its addresses and routes are not touched. */
    public Namespace withoutLink(int index) {
        return new Namespace(name, links.minus(index), addresses, fib, sysctls, neighbours, listeners);
    }

    /** This namespace with other addresses. */
    public Namespace withAddresses(PVector<InterfaceAddress> other) {
        return new Namespace(name, links, other, fib, sysctls, neighbours, listeners);
    }

    /** This namespace with other routes and policy rules. */
    public Namespace withFib(Fib other) {
        return new Namespace(name, links, addresses, other, sysctls, neighbours, listeners);
    }

    /** This namespace with other settings. */
    public Namespace withSysctls(Sysctls other) {
        return new Namespace(name, links, addresses, fib, other, neighbours, listeners);
    }

    /** This namespace with other neighbours. */
    public Namespace withNeighbours(TreePMap<IpAddress, MacAddress> other) {
        return new Namespace(name, links, addresses, fib, sysctls, other, listeners);
    }

    /** This namespace with other listeners. */
    public Namespace withListeners(PVector<Listener> other) {
        return new Namespace(name, links, addresses, fib, sysctls, neighbours, other);
    }
}
