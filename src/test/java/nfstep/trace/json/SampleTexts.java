package nfstep.trace.json;

import java.util.ArrayList;
import java.util.List;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.packet.IpFamily;
import nfstep.rules.RulesEdit;
import nfstep.source.Outcome;

/** Words for the changes that tests make: their place in a list. */
final class SampleTexts implements EditTexts {
    private final List<RulesEdit> rules = new ArrayList<>();

    /** A namespace is made. */
    record MakeNamespace(String name) implements NetworkEdit {
        @Override
        public Outcome<Network> applyTo(Network network) {
            return network.find(name).isPresent()
                    ? Outcome.refused("it exists: " + name)
                    : Outcome.done(network.with(Namespace.bare(name)));
        }
    }

    @Override
    public String print(NetworkEdit edit) {
        return "ip netns add " + ((MakeNamespace) edit).name();
    }

    @Override
    public NetworkEdit network(String text) {
        if (!text.startsWith("ip netns add ")) {
            throw new IllegalArgumentException("unknown command: " + text);
        }
        return new MakeNamespace(text.substring("ip netns add ".length()));
    }

    @Override
    public String print(RulesEdit edit, IpFamily family) {
        if (!rules.contains(edit)) {
            rules.add(edit);
        }
        return "iptables-restore " + rules.indexOf(edit);
    }

    @Override
    public RulesEdit rules(String text, IpFamily family) {
        int place = Integer.parseInt(text.substring("iptables-restore ".length()));
        if (place < 0 || place >= rules.size()) {
            throw new IllegalArgumentException("unknown rules: " + text);
        }
        return rules.get(place);
    }
}
