package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.engine.endpoint.Servers;
import nfstep.host.Listener;
import nfstep.host.edit.AddListener;
import nfstep.host.edit.RemoveListener;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;

/** Programs that wait for connections: a web server, and the proxy that docker runs for a published port. */
final class ServerCommands {
    static final String PROXY = "docker-proxy";

    private static final int HTTP = 80;
    private static final String PORT = "([0-9]{1,5})/(tcp|udp)";

    static final LabCommand NGINX = new LabCommand(
            Servers.WEB_SERVER,
            "nginx",
            "starts a web server on tcp port 80 that answers each request with a small page",
            "ip netns exec web nginx",
            ServerCommands::nginx);

    static final LabCommand DOCKER_PROXY = new LabCommand(
            PROXY,
            "docker-proxy -proto tcp -host-ip ADDRESS -host-port PORT -container-ip ADDRESS -container-port PORT &",
            "waits for connections to a published port that no rule translates, as docker's userland proxy does",
            "docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip 172.17.0.2 -container-port 80 &",
            LabCommand.Extras.BACKGROUND,
            ServerCommands::proxy);

    static final LabCommand FUSER = new LabCommand(
            "fuser",
            "fuser -k PORT/tcp|udp",
            "ends the programs that wait on a port",
            "fuser -k 8080/tcp",
            ServerCommands::fuser);

    private ServerCommands() {}

    private static Action fuser(CommandLine line) {
        Arguments arguments = Options.none().flag("-k").read(line, 1);
        Word word = arguments.operand(0, "the port: PORT/tcp");
        arguments.atMost(1);
        Matcher matcher = Pattern.compile(PORT).matcher(word.text());
        if (!arguments.has("-k") || !matcher.matches()) {
            throw line.problem(Code.SYNTAX, word, "write fuser -k PORT/tcp or PORT/udp");
        }
        int port = Numbers.PORT.read(line, new Word(matcher.group(1), word.span()));
        int protocol = matcher.group(2).equals("tcp") ? Protocols.TCP : Protocols.UDP;
        return session -> {
            List<Listener> listeners = session.namespace(line.namespace()).listeners().stream()
                    .filter(l -> l.port() == port && l.protocol() == protocol)
                    .toList();
            listeners.forEach(l -> session.change(new RemoveListener(line.namespace(), l)));
            return Optional.empty();
        };
    }

    private static Action nginx(CommandLine line) {
        Options.none().read(line, 1).atMost(0);
        Listener listener = new Listener(Protocols.TCP, IpAddress.any(IpFamily.IPV4), HTTP, Servers.WEB_SERVER);
        return session -> listen(session, line, listener, true);
    }

    private static Action proxy(CommandLine line) {
        Arguments arguments = Options.none()
                .valued("-proto")
                .valued("-host-ip")
                .valued("-host-port")
                .valued("-container-ip")
                .valued("-container-port")
                .read(line, 1);
        arguments.atMost(0);
        int protocol = ConntrackFilter.protocol(line, needed(arguments, "-proto"));
        IpAddress address = Values.address(line, needed(arguments, "-host-ip"));
        int port = Numbers.PORT.read(line, needed(arguments, "-host-port"));
        Values.address(line, needed(arguments, "-container-ip"));
        Numbers.PORT.read(line, needed(arguments, "-container-port"));
        Listener listener = new Listener(protocol, address, port, PROXY);
        return session -> listen(session, line, listener, true);
    }

    private static Word needed(Arguments arguments, String option) {
        return arguments.value(option).orElseGet(() -> arguments.line().word(Integer.MAX_VALUE, option));
    }

    /** A program begins to wait; one that takes a single connection stops when that is over. */
    static Optional<Diagnostic> listen(Session session, CommandLine line, Listener listener, boolean stays) {
        Optional<String> refusal = session.change(new AddListener(line.namespace(), listener));
        if (refusal.isEmpty() && !stays) {
            session.oneConnection(line.namespace(), listener);
        }
        return refusal.map(line::refusal);
    }
}
