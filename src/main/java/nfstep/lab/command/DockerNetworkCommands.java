package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nfstep.host.Link;
import nfstep.lab.docker.BridgeNetwork;
import nfstep.lab.docker.Docker;
import nfstep.lab.docker.DockerNetworks;
import nfstep.lab.docker.NetworkWish;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads {@code docker network}. */
final class DockerNetworkCommands {
    private static final List<String> VERBS = List.of("create", "rm", "connect", "disconnect", "ls");
    private static final String BRIDGE = "com.docker.network.bridge.";
    private static final String NAME = BRIDGE + "name";
    private static final String ICC = BRIDGE + "enable_icc";
    private static final String MASQUERADE = BRIDGE + "enable_ip_masquerade";

    private DockerNetworkCommands() {}

    static Action read(CommandLine line) {
        Word verb = line.word(2, "what to do: " + String.join(", ", VERBS));
        return switch (verb.text()) {
            case "create" -> create(line);
            case "rm", "remove" -> remove(line);
            case "connect" -> connect(line);
            case "disconnect" -> disconnect(line);
            case "ls", "list" -> list(line);
            default -> throw DockerCommands.unknown(line, verb, "docker network ", VERBS);
        };
    }

    private static Action create(CommandLine line) {
        Arguments arguments = Options.none()
                .valued("--subnet")
                .valued("--gateway")
                .valued("-o", "--opt")
                .valued("-d", "--driver")
                .flag("--internal")
                .flag("--attachable")
                .read(line, 3);
        Word name = arguments.operand(0, "the name of the network");
        arguments.atMost(1);
        arguments.value("-d").filter(w -> !w.is("bridge")).ifPresent(w -> {
            throw line.problem(Code.BAD_VALUE, w, "only the driver 'bridge' is modelled");
        });
        arguments.values("-o").forEach(w -> known(line, w));
        BridgeNetwork.Kind kind = new BridgeNetwork.Kind(
                arguments.has("--internal"), truth(arguments, ICC), truth(arguments, MASQUERADE));
        NetworkWish wish = new NetworkWish(
                name.text(),
                option(arguments, NAME).map(w -> device(line, w)),
                arguments.value("--subnet").map(w -> subnet(line, w)),
                arguments.address("--gateway"),
                kind);
        return DockerCommands.lowered(line, (session, state) -> DockerNetworks.create(state, wish));
    }

    private static void known(CommandLine line, Word word) {
        String key = key(word);
        if (!List.of(NAME, ICC, MASQUERADE).contains(key)) {
            String hint = "write one of " + String.join(", ", NAME, ICC, MASQUERADE);
            throw line.problem(Code.UNKNOWN_OPTION, word, "the option " + key + " is not modelled", hint);
        }
    }

    private static String key(Word word) {
        int equals = word.text().indexOf('=');
        return equals < 0 ? word.text() : word.text().substring(0, equals);
    }

    /** The value of {@code -o KEY=VALUE}. */
    private static Optional<Word> option(Arguments arguments, String key) {
        Predicate<Word> named = w -> key(w).equals(key);
        return arguments.values("-o").stream()
                .filter(named)
                .reduce((first, last) -> last)
                .map(w -> new Word(
                        w.text().substring(Math.min(key.length() + 1, w.text().length())), w.span()));
    }

    private static boolean truth(Arguments arguments, String key) {
        return option(arguments, key)
                .map(w -> switch (w.text()) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw arguments.line().problem(Code.BAD_VALUE, w, key + " is true or false");
                })
                .orElse(true);
    }

    private static String device(CommandLine line, Word word) {
        if (!Link.isName(word.text())) {
            throw line.problem(Code.BAD_VALUE, word, "cannot be a device's name: " + word.text());
        }
        return word.text();
    }

    private static Prefix subnet(CommandLine line, Word word) {
        return Prefix.parse(word.text())
                .filter(p -> p.length() > 0)
                .orElseThrow(() -> line.problem(Code.BAD_VALUE, word, "not a network: " + word.text()));
    }

    private static Action remove(CommandLine line) {
        Arguments arguments = Options.none().read(line, 3);
        arguments.operand(0, "the name of the network");
        arguments.atMost(1);
        String name = arguments.operands().get(0).text();
        return DockerCommands.lowered(line, (session, state) -> DockerNetworks.remove(state, name));
    }

    private static Action connect(CommandLine line) {
        Arguments arguments = Options.none().valued("--ip").read(line, 3);
        String network = arguments.operand(0, "the name of the network").text();
        String container = arguments.operand(1, "the name of a container").text();
        arguments.atMost(2);
        return DockerCommands.lowered(
                line, (session, state) -> Docker.connect(state, network, container, arguments.address("--ip")));
    }

    private static Action disconnect(CommandLine line) {
        Arguments arguments = Options.none().flag("-f", "--force").read(line, 3);
        String network = arguments.operand(0, "the name of the network").text();
        String container = arguments.operand(1, "the name of a container").text();
        arguments.atMost(2);
        return DockerCommands.lowered(line, (session, state) -> Docker.disconnect(state, network, container));
    }

    private static Action list(CommandLine line) {
        Options.none().read(line, 3).atMost(0);
        return session -> {
            session.print(DockerNetworks.list(session.docker()));
            return Optional.empty();
        };
    }
}
