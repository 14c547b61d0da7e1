package nfstep.host.edit;

import java.util.List;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.source.Outcome;

/** A change that is made from within one namespace. */
public interface LocalEdit extends NetworkEdit {
    /** The namespace that the command runs in. */
    String namespace();

    /** The network after this change, from within that namespace. */
    Outcome<Network> applyTo(Network network, Namespace host);

    @Override
    default Outcome<Network> applyTo(Network network) {
        return network.find(namespace())
                .map(host -> applyTo(network, host))
                .orElseGet(() -> noNamespace(network, namespace()));
    }

    /** The refusal of a command in a namespace that is not there. */
    static <T> Outcome<T> noNamespace(Network network, String name) {
        String hint = Answer.suggestion(name, List.copyOf(network.byName().keySet()));
        return Outcome.refused("Cannot open network namespace \"" + name + "\": No such file or directory" + hint);
    }
}
