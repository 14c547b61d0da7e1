package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.LocalEdit;
import nfstep.host.edit.SetSysctl;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** Changes of the network as the one command that each is: what a trace keeps of them. */
public final class NetworkEditText {
    private static final String SOURCE = "change";

    private NetworkEditText() {}

    /** The change as a command that runs in the namespace outside of all others. */
    public static String print(NetworkEdit edit) {
        Optional<String> listener = ListenerText.print(edit);
        if (listener.isPresent()) {
            return listener.get();
        }
        String namespace = edit instanceof LocalEdit local ? local.namespace() : Network.HOST;
        boolean home = namespace.equals(Network.HOST);
        if (edit instanceof SetSysctl sysctl) {
            String command = "sysctl -w " + sysctl.name() + "=" + sysctl.value();
            return home ? command : "ip netns exec " + namespace + " " + command;
        }
        return (home ? "ip " : "ip -n " + namespace + " ") + words(edit);
    }

    private static String words(NetworkEdit edit) {
        return LinkEditText.print(edit)
                .or(() -> AddressEditText.print(edit))
                .or(() -> RouteEditText.print(edit))
                .orElseThrow(() -> new IllegalArgumentException("no command for " + edit));
    }

    /** Reads a change; what is no single change is a problem. */
    public static Parsed<NetworkEdit> read(String text) {
        SourceText source = new SourceText(SOURCE, text);
        List<Word> words = words(text);
        if (words.isEmpty()) {
            return failed(source, text);
        }
        if (words.get(0).is(ListenerText.ADD) || words.get(0).is(ListenerText.REMOVE)) {
            return ListenerText.read(source, words);
        }
        return command(source, Network.HOST, words).then(command -> single(source, text, command));
    }

    private static Parsed<IpCommand> command(SourceText source, String namespace, List<Word> words) {
        Parsed<IpCommand> read =
                words.get(0).is("sysctl") ? Sysctl.read(source, namespace, words) : Ip.read(source, namespace, words);
        return read.then(command -> command instanceof IpCommand.Exec exec && isCommand(exec.words())
                ? command(source, exec.namespace(), exec.words())
                : Parsed.of(command));
    }

    private static boolean isCommand(List<Word> words) {
        return words.get(0).is("ip") || words.get(0).is("sysctl");
    }

    private static Parsed<NetworkEdit> single(SourceText source, String text, IpCommand command) {
        return command instanceof IpCommand.Change change && change.edits().size() == 1
                ? Parsed.of(change.edits().get(0))
                : failed(source, text);
    }

    private static Parsed<NetworkEdit> failed(SourceText source, String text) {
        Span all = new Span(1, 1, text.length());
        return Parsed.failed(source.diagnostic(Code.FORMAT, all, "not one change of the network: " + text));
    }

    /** Canonical commands have no quotes: words are what stands between blanks. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            if (end > at) {
                words.add(new Word(text.substring(at, end), new Span(1, at + 1, end - at)));
            }
            at = end + 1;
        }
        return words;
    }
}
