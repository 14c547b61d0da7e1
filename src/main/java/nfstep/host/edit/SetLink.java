package nfstep.host.edit;

import java.util.List;
import java.util.Optional;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/**
 * {@code ip link set NAME ...}, ip-link(8).
 *
 * @param settings in the order in which the kernel does them, {@code do_setlink}
 */
public record SetLink(String namespace, String name, List<LinkSetting> settings) implements LocalEdit {
    public SetLink {
        settings = settings.stream()
                .sorted((a, b) -> Integer.compare(a.turn(), b.turn()))
                .toList();
    }

    /** With one setting. */
    public static SetLink of(String namespace, String name, LinkSetting setting) {
        return new SetLink(namespace, name, List.of(setting));
    }

    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, name)
                .then(link -> all(new LinkSetting.Placed(network, new LinkEnd(namespace, link.index()))));
    }

    private Outcome<Network> all(LinkSetting.Placed before) {
        Outcome<LinkSetting.Placed> result = Outcome.done(before);
        for (LinkSetting setting : settings) {
            result = setting instanceof LinkSetting.Move move
                    ? result.then(placed -> LinkMove.of(placed, move.namespace(), rename()))
                    : result.then(setting::applyTo);
        }
        return result.then(placed -> Outcome.done(placed.network()));
    }

    private Optional<String> rename() {
        return settings.stream()
                .filter(LinkSetting.Rename.class::isInstance)
                .map(s -> ((LinkSetting.Rename) s).name())
                .findFirst();
    }
}
