package nfstep.lab.command;

import java.util.List;
import nfstep.lab.docker.Docker;
import nfstep.parse.LabLine;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads {@code docker exec NAME COMMAND}, and looks at commands that are to run in containers. */
final class DockerExec {
    private static final List<String> NOT_INSIDE = List.of("docker", "dockerd", ExpectCommand.NAME);

    private DockerExec() {}

    static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .flag("-d", "--detach")
                .flag("-i", "--interactive")
                .flag("-t", "--tty")
                .flag("--privileged")
                .valued("-e", "--env")
                .valued("-u", "--user")
                .upToOperand()
                .read(line, 2);
        String name = arguments.operand(0, "the name of a container").text();
        arguments.operand(1, "the command");
        List<Word> command =
                arguments.operands().subList(1, arguments.operands().size());
        boolean detached = arguments.has("-d") || line.line().background();
        check(line, command, detached);
        String text = DockerRun.text(command) + (detached ? " &" : "");
        return DockerCommands.lowered(line, (session, state) -> Docker.execute(state, name, text));
    }

    /** What runs in a container is read now, so that its mistakes are told with the others. */
    static void check(CommandLine line, List<Word> command, boolean background) {
        LabLine written = line.line();
        LabLine inner = new LabLine(written.text(), List.of(), command, written.document(), background);
        Step step = Reading.value(Commands.read(new CommandLine(line.source(), inner, line.namespace(), command)));
        if (NOT_INSIDE.contains(step.command().name())) {
            throw line.problem(
                    Code.REFUSED,
                    command.get(0),
                    "a container does not run " + command.get(0).text());
        }
    }
}
