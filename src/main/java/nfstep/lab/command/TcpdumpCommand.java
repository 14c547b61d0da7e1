package nfstep.lab.command;

import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;

/** {@code tcpdump -i DEV -w NAME [-c N] [FILTER] &}: a capture at a device. */
final class TcpdumpCommand {
    static final LabCommand COMMAND = new LabCommand(
            "tcpdump",
            "tcpdump -i DEV -w NAME [-c N] [-n] [-p] [FILTER] &",
            "keeps the packets that pass a device; 'run --captures DIR' writes them as pcap files",
            "tcpdump -i docker0 -w docker0.cap icmp &",
            LabCommand.Extras.BACKGROUND,
            TcpdumpCommand::read);

    private static final Numbers SNAPSHOT = new Numbers("snapshot length", 0, 262_144);

    private TcpdumpCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .valued("-i", "--interface")
                .valued("-w")
                .valued("-c")
                .valued("-s", "--snapshot-length")
                .flag("-n")
                .flag("-U")
                .flag("-p")
                .flag("-v")
                .flag("-e")
                .flag("-q")
                .flag("-l")
                .read(line, 1);
        if (!line.line().background()) {
            throw line.problem(
                    Code.SYNTAX,
                    line.name(),
                    "tcpdump would not end here",
                    "run it beside the rest: put '&' behind it");
        }
        Word device = needed(arguments, "-i", "the device: -i DEV");
        Word name = needed(arguments, "-w", "the name of the capture: -w NAME");
        checkName(line, name);
        int most = arguments.number("-c", Numbers.COUNT, Integer.MAX_VALUE);
        arguments.value("-s").filter(w -> SNAPSHOT.read(line, w) != 0).ifPresent(w -> {
            throw line.problem(Code.BAD_VALUE, w, "packets are kept whole here", "write -s 0, or leave it out");
        });
        CaptureFilter filter = new FilterReader(line, arguments.operands()).read();
        boolean promiscuous = !arguments.has("-p");
        return session -> start(session, line, device, new Plan(name, filter, most, promiscuous));
    }

    private record Plan(Word name, CaptureFilter filter, int most, boolean promiscuous) {}

    private static Word needed(Arguments arguments, String option, String expected) {
        return arguments.value(option).orElseGet(() -> arguments.line().word(Integer.MAX_VALUE, expected));
    }

    /** Whoever writes the captures to disk finds a name that cannot lead anywhere else. */
    private static void checkName(CommandLine line, Word name) {
        if (!name.text().matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")) {
            throw line.problem(
                    Code.BAD_VALUE,
                    name,
                    "not a plain file name: " + name.text(),
                    "write letters, digits, '.', '-', '_'");
        }
    }

    private static Optional<Diagnostic> start(Session session, CommandLine line, Word device, Plan plan) {
        Namespace host = session.namespace(line.namespace());
        Optional<Link> link = host.link(device.text());
        if (!device.is("any") && link.isEmpty()) {
            return Optional.of(
                    line.diagnostic(Code.UNKNOWN_NAME, device, "tcpdump: " + device.text() + ": No such device exists")
                            .suggesting(Nearest.among(device.text(), host.linkNames())));
        }
        if (session.captures().has(plan.name().text())) {
            return Optional.of(line.diagnostic(
                    Code.REFUSED,
                    plan.name(),
                    "there is a capture named " + plan.name().text()));
        }
        session.captures()
                .add(new Captures.Capture(
                        new Captures.Place(line.namespace(), device.text(), plan.promiscuous()),
                        plan.name().text(),
                        plan.filter(),
                        plan.most()));
        return Optional.empty();
    }
}
