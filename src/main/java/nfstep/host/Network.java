package nfstep.host;

import java.util.Collection;
import java.util.Optional;
import nfstep.packet.MacAddress;
import org.pcollections.TreePMap;

/**
 * All namespaces by name, in the order of their names. An old version stays valid when a new one is made.
 *
 * @param macs how many link-layer addresses were given out
 */
public record Network(TreePMap<String, Namespace> byName, int macs) {
    /** Where a command without {@code ip netns exec} runs. */
    public static final String HOST = "host";

    /** A machine that has only its own namespace, with nothing but a loopback device that is up. */
    public static Network bare() {
        Namespace host = Loopback.up(Namespace.bare(HOST));
        return new Network(TreePMap.<String, Namespace>empty().plus(HOST, host), 0);
    }

    /** The namespace of that name, if there is one. */
    public Optional<Namespace> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The namespace of that name, which must exist. */
    public Namespace namespace(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no namespace " + name));
    }

    /** This network with that namespace put in the place of the one of the same name. */
    public Network with(Namespace namespace) {
        return new Network(byName.plus(namespace.name(), namespace), macs);
    }

    /** This network without that namespace. */
    public Network without(String name) {
        return new Network(byName.minus(name), macs);
    }

    /** The link-layer address that the next new device gets: locally administered, by number. */
    public MacAddress nextMac() {
        return new MacAddress(0x0200_0000_0000L + macs + 1);
    }

    /** This network after that address was given out. */
    public Network withMacGiven() {
        return new Network(byName, macs + 1);
    }

    /** The device at an end of a veth pair, if it is still there. */
    public Optional<Link> link(LinkEnd end) {
        return find(end.namespace()).flatMap(n -> n.link(end.index()));
    }

    /** All namespaces in the order of their names. */
    public Collection<Namespace> namespaces() {
        return byName.values();
    }
}
