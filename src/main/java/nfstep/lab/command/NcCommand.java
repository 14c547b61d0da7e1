package nfstep.lab.command;

import java.util.Optional;
import nfstep.host.Listener;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.parse.HereDocument;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code nc}: nc(1) of OpenBSD; at the end of its input a client closes ({@code -N}). */
final class NcCommand {
    static final LabCommand COMMAND = new LabCommand(
            "nc",
            "nc [-u] [-z] [-v] [-w SECONDS] [-s ADDRESS] [-p PORT] ADDRESS PORT [<<'END'] | nc -l [-k] [-u] [ADDRESS] "
                    + "PORT &",
            "opens a connection and sends the lines below, or waits for connections",
            "nc -z -v -w2 10.0.2.15 80",
            new LabCommand.Extras(true, true, ""),
            NcCommand::read);

    private static final Numbers PORT = new Numbers("port", 1, 65535);

    private NcCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .flag("-l")
                .flag("-k")
                .flag("-u")
                .flag("-z")
                .flag("-v")
                .flag("-n")
                .flag("-N")
                .flag("-4")
                .flag("-6")
                .valued("-w")
                .valued("-s")
                .valued("-p")
                .read(line, 1);
        arguments.atMost(2);
        return arguments.has("-l") ? server(arguments) : client(arguments);
    }

    private static Action server(Arguments arguments) {
        CommandLine line = arguments.line();
        if (!line.line().background()) {
            throw line.problem(Code.SYNTAX, line.name(), "nc -l would not end here", "put '&' behind it");
        }
        Optional<Word> option = arguments.value("-p");
        int last = arguments.operands().size() - 1;
        Word port = option.orElseGet(() -> arguments.operand(Math.max(last, 0), "the port"));
        boolean addressed = option.isPresent() ? last >= 0 : last >= 1;
        IpAddress address = addressed
                ? Values.address(line, arguments.operand(0, "the address"))
                : arguments.address("-s").orElse(IpAddress.any(arguments.has("-6") ? IpFamily.IPV6 : IpFamily.IPV4));
        int protocol = arguments.has("-u") ? Protocols.UDP : Protocols.TCP;
        Listener listener = new Listener(protocol, address, PORT.read(line, port), "nc");
        return session -> ServerCommands.listen(session, line, listener, arguments.has("-k") || arguments.has("-u"));
    }

    private static Action client(Arguments arguments) {
        CommandLine line = arguments.line();
        if (line.line().background()) {
            throw line.problem(Code.SYNTAX, line.name(), "only nc -l runs in the background", "leave the '&' out");
        }
        Word address = arguments.operand(0, "the address");
        NcClient.Wish wish = new NcClient.Wish(
                Values.address(line, address),
                PORT.read(line, arguments.operand(1, "the port")),
                arguments.address("-s"),
                arguments.value("-p").map(w -> PORT.read(line, w)),
                arguments.value("-w").map(w -> Values.nanos(line, w)).orElse(Long.MAX_VALUE / 2),
                new NcClient.Manner(arguments.has("-z"), arguments.has("-v")),
                data(line));
        if (arguments.has("-u") && wish.data().isEmpty()) {
            String hint = "give it a line to send: <<'END'";
            throw line.problem(Code.MISSING_VALUE, line.name(), "nc -u without input sends nothing", hint);
        }
        return session -> {
            NcClient client = new NcClient(session, line.namespace(), wish);
            if (arguments.has("-u")) {
                client.udp();
            } else {
                client.tcp();
            }
            return Optional.empty();
        };
    }

    private static String data(CommandLine line) {
        return line.document().map(HereDocument::text).orElse("");
    }
}
