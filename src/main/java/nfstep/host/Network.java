package nfstep.host;

import java.util.Collection;
import java.util.Optional;
import org.pcollections.TreePMap;

/** All namespaces by name, in the order of their names. An old version stays valid when a new one is made. */
public record Network(TreePMap<String, Namespace> byName) {
    /** Where a command without {@code ip netns exec} runs. */
    public static final String HOST = "host";

    /** A machine that has only its own namespace, with nothing but a loopback device that is up. */
    public static Network bare() {
        return new Network(TreePMap.<String, Namespace>empty().plus(HOST, Namespace.bare(HOST)));
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
        return new Network(byName.plus(namespace.name(), namespace));
    }

    /** This network without that namespace. */
    public Network without(String name) {
        return new Network(byName.minus(name));
    }

    /** All namespaces in the order of their names. */
    public Collection<Namespace> namespaces() {
        return byName.values();
    }
}
