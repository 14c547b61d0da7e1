package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.lab.docker.Docker;
import nfstep.lab.docker.DockerState;
import nfstep.lab.docker.DockerVersion;
import nfstep.lab.docker.Lowered;
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
            "docker run [-d] [--rm] [--name NAME] [-p [ADDRESS:][PORT:]PORT[/PROTO]] [--network NET|host|none] "
                    + "[--ip ADDRESS] [--add-host NAME:ADDRESS] IMAGE [COMMAND] | docker start|stop|restart|rm [-f] NAME "
                    + "| docker exec NAME COMMAND | docker network create [--internal] [--subnet NET] "
                    + "[--gateway ADDRESS] [-o com.docker.network.bridge.name=DEV] NAME | docker network rm NAME "
                    + "| docker network connect|disconnect NET NAME | docker network ls",
            "starts and ends containers: a namespace, a veth, rules; 'labs NAME --expand' prints what they become",
            "docker run -d --name web -p 8080:80 nginx",
            DockerCommands::client);

    private static final List<String> VERBS =
            List.of("run", "start", "stop", "kill", "restart", "rm", "exec", "network");

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
        Word verb = line.word(1, "what to do: " + String.join(", ", VERBS));
        return switch (verb.text()) {
            case "run" -> DockerRun.read(line);
            case "start" -> each(line, Options.none(), Docker::start);
            case "stop", "kill" ->
                each(line, Options.none().valued("-t", "--time", "--timeout").valued("-s", "--signal"), Docker::stop);
            case "restart" ->
                each(line, Options.none().valued("-t", "--time", "--timeout"), (state, name) -> Docker.stop(state, name)
                        .then(ended -> restarted(ended, name)));
            case "rm" -> remove(line);
            case "exec" -> DockerExec.read(line);
            case "network" -> DockerNetworkCommands.read(line);
            default -> throw unknown(line, verb, "docker ", VERBS);
        };
    }

    static Problem unknown(CommandLine line, Word verb, String before, List<String> verbs) {
        return line.problem(
                Code.UNKNOWN_COMMAND,
                verb,
                before + verb.text() + " is not modelled",
                Nearest.among(verb.text(), verbs)
                        .map(n -> "did you mean '" + n + "'?")
                        .orElse("labs know " + before + String.join(", ", verbs)));
    }

    private static Outcome<Lowered> restarted(Lowered ended, String name) {
        return Docker.start(ended.state(), name).then(started -> {
            List<String> lines = new ArrayList<>(ended.lines());
            lines.addAll(started.lines());
            return Outcome.done(new Lowered(started.state(), lines));
        });
    }

    private interface OnContainer {
        Outcome<Lowered> lower(DockerState state, String name);
    }

    /** The same for each container that is named. */
    private static Action each(CommandLine line, Options options, OnContainer change) {
        Arguments arguments = options.read(line, 2);
        arguments.operand(0, "the name of a container");
        return session -> {
            Optional<Diagnostic> refusal = Optional.empty();
            for (Word name : arguments.operands()) {
                Lowering lowering = (s, state) -> change.lower(state, name.text());
                refusal =
                        refusal.isPresent() ? refusal : lowered(line, lowering).run(session);
            }
            return refusal;
        };
    }

    private static Action remove(CommandLine line) {
        boolean force = line.words().stream().anyMatch(w -> w.is("-f") || w.is("--force") || w.is("-fv"));
        Options options = Options.none().flag("-f", "--force").flag("-v", "--volumes");
        return each(line, options, (state, name) -> Docker.remove(state, name, force));
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
