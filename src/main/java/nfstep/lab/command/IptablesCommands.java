package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.packet.IpFamily;
import nfstep.parse.iptables.Iptables;
import nfstep.parse.iptables.IptablesCommand;
import nfstep.parse.iptables.IptablesSave;
import nfstep.parse.iptables.RulesEditText;
import nfstep.parse.iptables.TableView;
import nfstep.rules.RulesEdit;
import nfstep.rules.TableName;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.state.RuleNumbering;
import nfstep.state.World;

/** {@code iptables}, {@code iptables-save} and their twins for IPv6 and with {@code -legacy} in the name. */
final class IptablesCommands {
    private IptablesCommands() {}

    /** All of them. */
    static List<LabCommand> all() {
        List<LabCommand> commands = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            String program = family == IpFamily.IPV4 ? "iptables" : "ip6tables";
            commands.add(rules(program, family));
            commands.add(RestoreCommand.command(program + "-restore", family));
            commands.add(save(program + "-save", family));
            commands.add(rules(program + "-legacy", family));
            commands.add(RestoreCommand.command(program + "-legacy-restore", family));
            commands.add(save(program + "-legacy-save", family));
        }
        return commands;
    }

    private static LabCommand rules(String name, IpFamily family) {
        return new LabCommand(
                name,
                name + " [-t TABLE] -A|-I|-D|-R|-C|-N|-X|-E|-F|-P|-Z|-S|-L CHAIN ...",
                "changes, checks or lists rules, as version 1.8.9 (legacy) does",
                name + " -P FORWARD DROP",
                line -> read(line, family));
    }

    private static LabCommand save(String name, IpFamily family) {
        return new LabCommand(
                name,
                name + " [-c] [-t TABLE]",
                "prints the rules so that " + name.replace("save", "restore") + " reads them",
                name,
                line -> {
                    IptablesSave save = Reading.value(IptablesSave.read(line.source(), family, line.words()));
                    return session -> {
                        save.table().ifPresent(t -> open(session, line.namespace(), family, t));
                        session.print(save.print(session.world().netfilter(line.namespace())));
                        return Optional.empty();
                    };
                });
    }

    private static Action read(CommandLine line, IpFamily family) {
        Parsed<IptablesCommand> read = Iptables.read(line.source(), family, line.words());
        IptablesCommand command = Reading.value(read);
        return session -> run(session, line, family, command);
    }

    private static Optional<Diagnostic> run(
            Session session, CommandLine line, IpFamily family, IptablesCommand command) {
        TableName table = command.table().orElse(TableName.FILTER);
        if (command.table().isPresent()) {
            open(session, line.namespace(), family, table);
        }
        TableView view = TableView.of(session.world().netfilter(line.namespace()), family, table);
        Outcome<String> answer = command.answer(view);
        if (answer.refusal().isPresent()) {
            return answer.refusal().map(reason -> refusal(line, reason));
        }
        session.print(answer.orElseThrow());
        return command.edit().flatMap(edit -> change(session, line, family, edit));
    }

    /** Makes a change, or says why it is refused. */
    static Optional<Diagnostic> change(Session session, CommandLine line, IpFamily family, RulesEdit edit) {
        String namespace = line.namespace();
        World world = session.world();
        Optional<String> refusal = edit.applyTo(
                        world.netfilter(namespace).rules(family).table(edit.table()), new RuleNumbering(world))
                .refusal();
        if (refusal.isPresent()) {
            return refusal.map(reason -> refusal(line, reason));
        }
        session.emit(new CommandEvent.RulesChanged(namespace, family, edit, RulesEditText.print(edit, family)));
        return Optional.empty();
    }

    private static Diagnostic refusal(CommandLine line, String reason) {
        return line.refusal(line.name().text() + ": " + reason);
    }

    /** The table exists from its first use on. */
    static void open(Session session, String namespace, IpFamily family, TableName table) {
        if (session.world().netfilter(namespace).rules(family).find(table).isEmpty()) {
            session.emit(new CommandEvent.TableOpened(namespace, family, table));
        }
    }
}
