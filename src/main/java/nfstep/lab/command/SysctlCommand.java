package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.SysctlName;
import nfstep.host.edit.SetSysctl;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;

/** {@code sysctl}: sysctl(8) of procps. */
final class SysctlCommand {
    static final LabCommand COMMAND = new LabCommand(
            "sysctl",
            "sysctl [-n] [-q] [-w] NAME[=VALUE] ...",
            "sets or prints settings that change what becomes of packets",
            "sysctl -w net.ipv4.ip_forward=1",
            SysctlCommand::read);

    private static final Numbers VALUE = new Numbers("value", 0, 4_294_967_295L);

    private SysctlCommand() {}

    private record Setting(Word word, String name, Optional<Long> value) {}

    private record Manner(boolean quiet, boolean valuesOnly) {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .flag("-w", "--write")
                .flag("-q", "--quiet")
                .flag("-n", "--values")
                .read(line, 1);
        arguments.operand(0, "the name of a setting");
        List<Setting> settings = new ArrayList<>();
        arguments.operands().forEach(word -> settings.add(setting(line, word, arguments.has("-w"))));
        Manner manner = new Manner(arguments.has("-q"), arguments.has("-n"));
        return session -> run(session, line, settings, manner);
    }

    private static Setting setting(CommandLine line, Word word, boolean writing) {
        int equals = word.text().indexOf('=');
        if (equals < 0) {
            if (writing) {
                throw line.problem(Code.MISSING_VALUE, word, "no \"=\" in: " + word.text(), "write NAME=VALUE");
            }
            return new Setting(word, word.text(), Optional.empty());
        }
        String value = word.text().substring(equals + 1).strip();
        boolean negative = value.startsWith("-");
        long number = VALUE.readLong(line, new Word(negative ? value.substring(1) : value, word.span()));
        return new Setting(word, word.text().substring(0, equals).strip(), Optional.of(negative ? -number : number));
    }

    private static Optional<Diagnostic> run(Session session, CommandLine line, List<Setting> settings, Manner manner) {
        for (Setting setting : settings) {
            Outcome<SysctlName> known = SetSysctl.lookUp(session.namespace(line.namespace()), setting.name());
            Optional<String> refusal = known.refusal();
            if (refusal.isEmpty()) {
                refusal = one(session, line, new Known(setting, known.orElseThrow()), manner);
            }
            if (refusal.isPresent()) {
                return refusal.map(r -> line.diagnostic(Code.UNKNOWN_NAME, setting.word(), r));
            }
        }
        return Optional.empty();
    }

    private record Known(Setting setting, SysctlName name) {}

    private static Optional<String> one(Session session, CommandLine line, Known known, Manner manner) {
        String name = known.name().name();
        if (known.setting().value().isEmpty()) {
            print(session, name, session.namespace(line.namespace()).sysctls().value(known.name()), manner);
            return Optional.empty();
        }
        long value = known.setting().value().get();
        Optional<String> refusal = session.change(new SetSysctl(line.namespace(), name, value));
        if (refusal.isEmpty() && !manner.quiet()) {
            print(session, name, value, manner);
        }
        return refusal;
    }

    private static void print(Session session, String name, long value, Manner manner) {
        session.print((manner.valuesOnly() ? "" : name + " = ") + value + "\n");
    }
}
