package nfstep.lab.command;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nfstep.lab.docker.BridgeNetwork;
import nfstep.lab.docker.Docker;
import nfstep.lab.docker.Image;
import nfstep.lab.docker.PublishedPort;
import nfstep.lab.docker.RunWish;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads {@code docker run}. */
final class DockerRun {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,@%+-";
    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,60}";

    /** A command that starts nothing. */
    private static final String QUIET = "true";

    private static final List<String> WAITING = List.of("sleep", "tail", "sh", "bash", "cat", "top", "true");

    private final CommandLine line;
    private final Arguments arguments;

    private DockerRun(CommandLine line) {
        this.line = line;
        this.arguments = Options.none()
                .flag("-d", "--detach")
                .flag("--rm")
                .flag("-i", "--interactive")
                .flag("-t", "--tty")
                .flag("-P", "--publish-all")
                .flag("--privileged")
                .flag("--init")
                .valued("--name")
                .valued("-p", "--publish")
                .valued("--network", "--net")
                .valued("--ip")
                .valued("--add-host")
                .valued("-e", "--env")
                .valued("-v", "--volume")
                .valued("-h", "--hostname")
                .valued("-l", "--label")
                .valued("--restart")
                .valued("--cap-add")
                .valued("--cap-drop")
                .upToOperand()
                .read(line, 2);
    }

    static Action read(CommandLine line) {
        RunWish wish = new DockerRun(line).wish();
        return DockerCommands.lowered(line, (session, state) -> Docker.run(state, wish));
    }

    private RunWish wish() {
        Word image = arguments.operand(0, "the image");
        List<Word> command =
                arguments.operands().subList(1, arguments.operands().size());
        List<Word> resolved = resolved(command, hosts());
        checkCommand(resolved);
        return new RunWish(
                arguments.value("--name").map(this::name),
                arguments.value("--network").map(Word::text).orElse(BridgeNetwork.USUAL),
                arguments.address("--ip"),
                ports(image),
                arguments.has("-d"),
                arguments.has("--rm"),
                image.text(),
                command(resolved));
    }

    /** A server in the background goes on beside the rest. */
    private String command(List<Word> words) {
        boolean serves = arguments.has("-d") && !words.isEmpty() && !isQuiet(words);
        return isQuiet(words) ? QUIET : text(words) + (serves ? " &" : "");
    }

    private String name(Word word) {
        if (!word.text().matches(NAME)) {
            throw line.problem(Code.BAD_VALUE, word, "not a container name: " + word.text());
        }
        return word.text();
    }

    /** Names that {@code --add-host} gives; labs have no other name service. */
    private Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        for (Word word : arguments.values("--add-host")) {
            int colon = word.text().indexOf(':');
            if (colon < 1) {
                throw line.problem(Code.BAD_VALUE, word, "--add-host takes NAME:ADDRESS");
            }
            IpAddress address = Values.address(line, new Word(word.text().substring(colon + 1), word.span()));
            hosts.put(word.text().substring(0, colon), address.toString());
        }
        return hosts;
    }

    /** The command with names replaced, alone or in a URL. */
    private static List<Word> resolved(List<Word> command, Map<String, String> hosts) {
        List<Word> words = new ArrayList<>();
        for (Word word : command) {
            String text = word.text();
            for (Map.Entry<String, String> host : hosts.entrySet()) {
                text = text.contains(host.getKey()) ? resolved(text, host) : text;
            }
            words.add(new Word(text, word.span()));
        }
        return words;
    }

    private static String resolved(String text, Map.Entry<String, String> host) {
        String start = text.startsWith("http://") ? "http://" : "";
        String name = start + host.getKey();
        String rest = text.startsWith(name) ? text.substring(name.length()) : "x";
        boolean named = rest.isEmpty() || rest.startsWith(":") || rest.startsWith("/");
        return named ? start + host.getValue() + rest : text;
    }

    /** A container in the background whose program only waits: it is there and does nothing. */
    private boolean isQuiet(List<Word> command) {
        return arguments.has("-d")
                && !command.isEmpty()
                && WAITING.contains(command.get(0).text());
    }

    /** What runs in the container is read now, so that its mistakes are told with the others. */
    private void checkCommand(List<Word> command) {
        if (!command.isEmpty() && !isQuiet(command)) {
            DockerExec.check(line, command, arguments.has("-d"));
        }
    }

    /** The words as a shell reads them. */
    static String text(List<Word> command) {
        return command.stream().map(w -> quoted(w.text())).collect(joining(" "));
    }

    private static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private List<PublishedPort> ports(Word image) {
        List<PublishedPort> all = new ArrayList<>();
        arguments.values("-p").forEach(w -> all.addAll(DockerPorts.read(line, w)));
        if (arguments.has("-P")) {
            Image.port(image.text())
                    .ifPresent(p -> all.add(new PublishedPort("tcp", IpAddress.any(IpFamily.IPV4), 0, p)));
        }
        return all;
    }
}
