package nfstep.lab.command;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nfstep.lab.docker.BridgeNetwork;
import nfstep.lab.docker.Docker;
import nfstep.lab.docker.PublishedPort;
import nfstep.lab.docker.RunWish;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads {@code docker run}. */
final class DockerRun {
    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,60}";
    private static final List<String> NOT_INSIDE = List.of("docker", "dockerd", ExpectCommand.NAME);
    private static final Numbers PORT = new Numbers("port", 1, 65535);

    private final CommandLine line;
    private final Arguments arguments;

    private DockerRun(CommandLine line) {
        this.line = line;
        this.arguments = Options.none()
                .flag("-d", "--detach")
                .flag("--rm")
                .flag("-i", "--interactive")
                .flag("-t", "--tty")
                .valued("--name")
                .valued("-p", "--publish")
                .valued("--network", "--net")
                .valued("--ip")
                .valued("--add-host")
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
                arguments.values("-p").stream().map(this::port).toList(),
                arguments.has("-d"),
                arguments.has("--rm"),
                image.text(),
                staysAsleep(resolved) ? "" : text(resolved));
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
                String name = java.util.regex.Pattern.quote(host.getKey());
                text = text.replaceAll("(^|^http://)" + name + "($|[:/].*)", "$1" + host.getValue() + "$2");
            }
            words.add(new Word(text, word.span()));
        }
        return words;
    }

    /** A container in the background that sleeps is there and does nothing. */
    private boolean staysAsleep(List<Word> command) {
        return arguments.has("-d") && !command.isEmpty() && command.get(0).is("sleep");
    }

    /** What runs in the container is read now, so that its mistakes are told with the others. */
    private void checkCommand(List<Word> command) {
        if (command.isEmpty() || staysAsleep(command)) {
            return;
        }
        if (arguments.has("-d")) {
            String hint = "start the container with 'sleep infinity', and run the command by: ip netns exec NAME ...";
            throw line.problem(
                    Code.REFUSED, command.get(0), "a command in a container in the background is not modelled", hint);
        }
        Step step = Reading.value(Commands.read(line.inner(line.namespace(), command)));
        if (NOT_INSIDE.contains(step.command().name())) {
            throw line.problem(
                    Code.REFUSED,
                    command.get(0),
                    "a container does not run " + command.get(0).text());
        }
    }

    private static String text(List<Word> command) {
        return command.stream().map(w -> quoted(w.text())).collect(joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** {@code [ADDRESS:]PORT:PORT[/PROTO]}. */
    private PublishedPort port(Word word) {
        String text = word.text();
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        String[] parts = (slash < 0 ? text : text.substring(0, slash)).split(":", -1);
        if (parts.length < 2 || parts.length > 3 || !(protocol.equals("tcp") || protocol.equals("udp"))) {
            throw line.problem(
                    Code.BAD_VALUE, word, "-p cannot read " + text, "write [ADDRESS:]PORT:PORT or PORT:PORT/udp");
        }
        IpAddress address = parts.length == 3
                ? Values.address(line, new Word(parts[0], word.span()))
                : IpAddress.any(IpFamily.IPV4);
        return new PublishedPort(
                protocol, address, number(word, parts[parts.length - 2]), number(word, parts[parts.length - 1]));
    }

    private int number(Word word, String text) {
        return PORT.read(line, new Word(text, word.span()));
    }
}
