package nfstep.lab.command;

import java.util.Optional;
import nfstep.host.NetworkEdit;
import nfstep.parse.ip.BridgeTool;
import nfstep.parse.ip.Ip;
import nfstep.parse.ip.IpCommand;
import nfstep.parse.ip.Sysctl;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;

/** {@code ip}, {@code bridge} and {@code sysctl}: the network. */
final class NetworkCommands {
    static final LabCommand IP = new LabCommand(
            "ip",
            "ip [-4|-6] [-n NS] netns|link|addr|route|rule|neigh ...",
            "changes and shows namespaces, devices, addresses, routes, policy rules, neighbours",
            "ip addr add 10.0.2.15/24 dev enp0s3",
            line -> action(line, Reading.value(Ip.read(line.source(), line.namespace(), line.words()))));

    static final LabCommand SYSCTL = new LabCommand(
            "sysctl",
            "sysctl [-n] [-q] [-a] [-w] [NAME[=VALUE]] ...",
            "sets and prints the settings that change what becomes of packets",
            "sysctl -w net.ipv4.ip_forward=1",
            line -> action(line, Reading.value(Sysctl.read(line.source(), line.namespace(), line.words()))));

    static final LabCommand BRIDGE = new LabCommand(
            "bridge",
            "bridge link set dev PORT hairpin on|off",
            "lets frames leave by the port of a bridge that they came in by, or not",
            "bridge link set dev veth1 hairpin on",
            line -> action(line, Reading.value(BridgeTool.read(line.source(), line.namespace(), line.words()))));

    private NetworkCommands() {}

    private static Action action(CommandLine line, IpCommand command) {
        if (command instanceof IpCommand.Change change) {
            return session -> change(session, line, change);
        }
        if (command instanceof IpCommand.Show show) {
            return session -> show(session, line, show);
        }
        throw line.problem(Code.SYNTAX, line.name(), "write 'ip netns exec NS' at the beginning of the line");
    }

    private static Optional<Diagnostic> change(Session session, CommandLine line, IpCommand.Change change) {
        for (NetworkEdit edit : change.edits()) {
            Optional<String> refusal = session.change(edit);
            if (refusal.isPresent()) {
                return refusal.map(line::refusal);
            }
        }
        session.print(change.output());
        return Optional.empty();
    }

    private static Optional<Diagnostic> show(Session session, CommandLine line, IpCommand.Show show) {
        Outcome<String> answer = show.query().answer(session.world());
        answer.value().ifPresent(session::print);
        return answer.refusal().map(line::refusal);
    }
}
