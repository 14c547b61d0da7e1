package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.Listener;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.AddListener;
import nfstep.host.edit.RemoveListener;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * Programs that begin or end to listen, as words that no shell has: {@code listen NAMESPACE PROTOCOL ADDRESS PORT OWNER}.
 */
final class ListenerText {
    static final String ADD = "listen";
    static final String REMOVE = "unlisten";

    private static final int WORDS = 6;

    private ListenerText() {}

    static Optional<String> print(NetworkEdit edit) {
        if (edit instanceof AddListener add) {
            return Optional.of(line(ADD, add.namespace(), add.listener()));
        }
        return edit instanceof RemoveListener remove
                ? Optional.of(line(REMOVE, remove.namespace(), remove.listener()))
                : Optional.empty();
    }

    private static String line(String verb, String namespace, Listener listener) {
        return String.join(
                " ",
                verb,
                namespace,
                Integer.toString(listener.protocol()),
                listener.address().toString(),
                Integer.toString(listener.port()),
                listener.owner());
    }

    static Parsed<NetworkEdit> read(SourceText source, List<Word> words) {
        Problems problems = new Problems(source, words.get(words.size() - 1));
        if (words.size() != WORDS) {
            problems.at(
                    words.get(0),
                    Code.FORMAT,
                    "not five words after '" + words.get(0).text() + "'");
            return problems.unless(() -> new RemoveListener(Network.HOST, new Listener(0, IpAddress.of("::"), 1, "")));
        }
        Values values = new Values(problems, Optional.empty());
        OptionalInt protocol = values.number(words.get(2), 0, 255);
        Optional<IpAddress> address = values.address(words.get(3));
        OptionalInt port = values.number(words.get(4), 1, 65535);
        return problems.unless(() -> {
            Listener listener = new Listener(
                    protocol.orElseThrow(),
                    address.orElseThrow(),
                    port.orElseThrow(),
                    words.get(5).text());
            String namespace = words.get(1).text();
            return words.get(0).is(ADD)
                    ? new AddListener(namespace, listener)
                    : new RemoveListener(namespace, listener);
        });
    }
}
