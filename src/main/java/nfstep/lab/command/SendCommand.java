package nfstep.lab.command;

import java.util.Optional;
import nfstep.engine.Injection;
import nfstep.engine.LocalOutput;
import nfstep.host.Namespace;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** {@code send}: one packet made by hand. */
final class SendCommand {
    static final LabCommand COMMAND = new LabCommand(
            "send",
            "send PROTO SRC[:SPORT] DST[:DPORT] [flags S] [seq N] [ack N] [win N] [ttl N] [tos N] [id N] [mark N] "
                    + "[len N | data TEXT | hex HEX] [type N] [code N] [df] [frag FROM-TO] [ipopt HEX] [in DEV [to MAC] [badsum]] "
                    + "| send 'LINE' [in DEV]",
            "sends one packet from a raw socket, or lets it arrive by a device; LINE is as tcpdump, the kernel log or "
                    + "conntrack -L print one",
            "send tcp 10.0.2.2:4000 10.0.2.15:80 flags S",
            SendCommand::read);

    private SendCommand() {}

    private static Action read(CommandLine line) {
        HandMade wanted = HandMade.read(line);
        return session -> wanted.device().isPresent()
                ? arrive(session, line, wanted, wanted.device().get())
                : send(session, line, wanted);
    }

    private static Optional<nfstep.source.Diagnostic> send(Session session, CommandLine line, HandMade wanted) {
        LocalOutput.Sending how = LocalOutput.Sending.program("send", wanted.mark());
        int before = session.recent().size();
        session.send(line.namespace(), wanted.packet(), how.raw());
        session.recent().sendingError(before).ifPresent(error -> session.print("send: " + error + "\n"));
        return Optional.empty();
    }

    private static Optional<nfstep.source.Diagnostic> arrive(
            Session session, CommandLine line, HandMade wanted, Word device) {
        Namespace host = session.namespace(line.namespace());
        if (host.link(device.text()).isEmpty()) {
            return Optional.of(
                    line.diagnostic(Code.UNKNOWN_NAME, device, "Cannot find device \"" + device.text() + "\"")
                            .suggesting(Nearest.among(device.text(), host.linkNames())));
        }
        Injection.Frame frame = new Injection.Frame(wanted.packet(), wanted.target());
        Optional<String> refusal = Injection.frame(session.run(), line.namespace(), device.text(), frame);
        session.run().drain();
        return refusal.map(line::refusal);
    }
}
