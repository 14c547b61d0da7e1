package nfstep.host.edit;

import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.source.Outcome;

/** {@code ip netns add NAME}, ip-netns(8). */
public record AddNamespace(String name) implements NetworkEdit {
    private static final int MAX_NAME = 255;

    public AddNamespace {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a namespace: " + name);
        }
    }

    /** Whether a namespace can have that name: it becomes a file's. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && !name.startsWith("-")
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c <= ' ' || c == 0x7f);
    }

    @Override
    public Outcome<Network> applyTo(Network network) {
        return network.find(name).isPresent()
                ? Outcome.refused("Cannot create namespace file \"/run/netns/" + name + "\": File exists")
                : Outcome.done(network.with(Namespace.bare(name)));
    }
}
