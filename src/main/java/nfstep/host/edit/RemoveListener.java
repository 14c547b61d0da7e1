package nfstep.host.edit;

import nfstep.host.Listener;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** A program no longer waits for packets: close(2). */
public record RemoveListener(String namespace, Listener listener) implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return host.listeners().contains(listener)
                ? Outcome.done(network.with(host.withListeners(host.listeners().minus(listener))))
                : Outcome.refused(listener.owner() + ": nobody listens on port " + listener.port());
    }
}
