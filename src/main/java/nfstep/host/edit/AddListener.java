package nfstep.host.edit;

import nfstep.host.Listener;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** A program begins to wait for packets: bind(2), listen(2). */
public record AddListener(String namespace, Listener listener) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        boolean taken = host.listeners().stream().anyMatch(this::collides);
        return taken
                ? Outcome.refused(listener.owner() + ": Address already in use")
                : Outcome.done(network.with(host.withListeners(host.listeners().plus(listener))));
    }

    private boolean collides(Listener other) {
        boolean sameAddress = other.address().isUnspecified()
                || listener.address().isUnspecified()
                || other.address().equals(listener.address());
        return other.protocol() == listener.protocol()
                && other.port() == listener.port()
                && other.address().family() == listener.address().family()
                && sameAddress;
    }
}
