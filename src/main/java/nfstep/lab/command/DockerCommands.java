package nfstep.lab.command;

import java.util.Optional;
import nfstep.lab.docker.Docker;
import nfstep.lab.docker.DockerState;
import nfstep.lab.docker.DockerVersion;
import nfstep.lab.docker.Lowered;
import nfstep.lab.docker.NetworkWish;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;
import nfstep.source.Outcome;

/** {@code dockerd} and {@code docker}: lowered to plain commands, which then run. */
final class DockerCommands {
    static final LabCommand DAEMON = new LabCommand(
            "dockerd",
            "[DOCKER_VERSION=20.10|29] dockerd",
            "makes the bridge docker0 and the rules that this version of docker writes",
            "DOCKER_VERSION=20.10 dockerd",
            new LabCommand.Extras(false, true, "DOCKER_VERSION"),
            DockerCommands::daemon);

    static final LabCommand CLIENT = new LabCommand(
            "docker",
            "docker run [-d] [--rm] [--name NAME] [-p [ADDRESS:]PORT:PORT[/PROTO]] [--network NET] [--ip ADDRESS] "
                    + "[--add-host NAME:ADDRESS] IMAGE [COMMAND] | docker stop|rm [-f] NAME | docker network create "
                    + "[--subnet NET] [--gateway ADDRESS] NAME",
            "starts and ends containers: a namespace, a veth, rules; 'labs NAME --expand' prints what they become",
            "docker run -d --name web -p 8080:80 nginx",
            DockerCommands::client);

    private static final String VERBS = "run, stop, rm, network create";

    private DockerCommands() {}

    private static Action daemon(CommandLine line) {
        onHost(line);
        Options.none().read(line, 1).atMost(0);
        DockerVersion version = line.assignment("DOCKER_VERSION")
                .map(a -> DockerVersion.of(a.value())
                        .orElseThrow(() -> line.problem(
                                Code.BAD_VALUE,
                                new Word(a.value(), a.span()),
                                "the rules of docker " + a.value() + " are not known",
                                "write 20.10 for 18.09 to 27, or 29")))
                .orElse(DockerVersion.USUAL);
        return lowered(line, (session, state) -> Docker.daemon(state, version, forwards(session, line)));
    }

    private static boolean forwards(Session session, CommandLine line) {
        return session.namespace(line.namespace()).sysctls().get("net.ipv4.ip_forward") != 0;
    }

    private static void onHost(CommandLine line) {
        if (!line.namespace().equals(nfstep.host.Network.HOST)) {
            throw line.problem(
                    Code.REFUSED, line.name(), "docker runs on the host, not in namespace " + line.namespace());
        }
    }

    private static Action client(CommandLine line) {
        onHost(line);
        Word verb = line.word(1, "what to do: " + VERBS);
        return switch (verb.text()) {
            case "run" -> DockerRun.read(line);
            case "stop" -> named(line, Docker::stop);
            case "rm" -> remove(line);
            case "network" -> network(line);
            default ->
                throw line.problem(
                        Code.UNKNOWN_COMMAND,
                        verb,
                        "docker " + verb.text() + " is not modelled",
                        Nearest.among(verb.text(), java.util.List.of("run", "stop", "rm", "network"))
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse("labs know docker " + VERBS));
        };
    }

    private interface OnContainer {
        Outcome<Lowered> lower(DockerState state, String name);
    }

    private static Action named(CommandLine line, OnContainer change) {
        Arguments arguments = Options.none().read(line, 2);
        String name = arguments.operand(0, "the name of a container").text();
        arguments.atMost(1);
        return lowered(line, (session, state) -> change.lower(state, name));
    }

    private static Action remove(CommandLine line) {
        Arguments arguments = Options.none().flag("-f", "--force").read(line, 2);
        String name = arguments.operand(0, "the name of a container").text();
        arguments.atMost(1);
        boolean force = arguments.has("-f");
        return lowered(line, (session, state) -> Docker.remove(state, name, force));
    }

    private static Action network(CommandLine line) {
        Word verb = line.word(2, "'create'");
        if (!verb.is("create")) {
            throw line.problem(Code.UNKNOWN_COMMAND, verb, "docker network " + verb.text() + " is not modelled");
        }
        Arguments arguments = Options.none()
                .valued("--subnet")
                .valued("--gateway")
                .valued("-o", "--opt")
                .valued("-d", "--driver")
                .read(line, 3);
        String name = arguments.operand(0, "the name of the network").text();
        arguments.atMost(1);
        arguments.value("-d").filter(w -> !w.is("bridge")).ifPresent(w -> {
            throw line.problem(Code.BAD_VALUE, w, "only the driver 'bridge' is modelled");
        });
        NetworkWish wish = new NetworkWish(
                name,
                arguments.value("-o").map(w -> bridge(line, w)),
                arguments.value("--subnet").map(w -> subnet(line, w)),
                arguments.address("--gateway"));
        return lowered(line, (session, state) -> Docker.createNetwork(state, wish));
    }

    private static String bridge(CommandLine line, Word word) {
        String key = "com.docker.network.bridge.name=";
        if (!word.text().startsWith(key)) {
            throw line.problem(Code.UNKNOWN_OPTION, word, "the only option that is modelled is " + key + "DEVICE");
        }
        return word.text().substring(key.length());
    }

    private static Prefix subnet(CommandLine line, Word word) {
        return Prefix.parse(word.text())
                .orElseThrow(() -> line.problem(Code.BAD_VALUE, word, "not a network: " + word.text()));
    }

    /** Lowers a command. */
    interface Lowering {
        /** What it becomes, or why docker refuses it. */
        Outcome<Lowered> lower(Session session, DockerState state);
    }

    static Action lowered(CommandLine line, Lowering lowering) {
        return session -> {
            Outcome<Lowered> result = lowering.lower(session, session.docker());
            if (result.refusal().isPresent()) {
                return result.refusal().map(line::refusal);
            }
            for (String text : result.orElseThrow().lines()) {
                Optional<Diagnostic> refusal = LoweredLine.run(session, line, text);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            session.docker(result.orElseThrow().state());
            return Optional.empty();
        };
    }
}
