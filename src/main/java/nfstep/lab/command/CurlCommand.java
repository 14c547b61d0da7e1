package nfstep.lab.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.engine.endpoint.TcpClient;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.TcpHeader;
import nfstep.parse.Word;
import nfstep.rules.Skb;
import nfstep.source.Code;

/** {@code curl}: one request of a web server. */
final class CurlCommand {
    static final LabCommand COMMAND = new LabCommand(
            "curl",
            "curl [-s] [-m SECONDS] [--connect-timeout SECONDS] URL",
            "asks a web server for a page and prints what it answers",
            "curl -m 5 http://10.0.2.15:8080/",
            CurlCommand::read);

    private static final Pattern URL = Pattern.compile("(?:http://)?(\\[[0-9a-fA-F:.]+]|[^/:]+)(?::([0-9]+))?(/.*)?");
    private static final int HTTP = 80;
    private static final long LONG = Long.MAX_VALUE / 2;

    private CurlCommand() {}

    private record Target(String host, IpAddress address, int port, String path) {
        byte[] request() {
            String text = "GET " + path + " HTTP/1.1\r\nHost: " + host + (port == HTTP ? "" : ":" + port)
                    + "\r\nUser-Agent: curl\r\nAccept: */*\r\n\r\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .flag("-s", "--silent")
                .valued("-m", "--max-time")
                .valued("--connect-timeout")
                .read(line, 1);
        arguments.atMost(1);
        Target target = target(line, arguments.operand(0, "the URL"));
        long longest = arguments.value("-m").map(w -> Values.nanos(line, w)).orElse(LONG);
        long connecting = arguments
                .value("--connect-timeout")
                .map(w -> Values.nanos(line, w))
                .orElse(longest);
        boolean silent = arguments.has("-s");
        return session -> {
            new Request(session, line.namespace(), target, silent).run(Math.min(longest, connecting));
            return Optional.empty();
        };
    }

    private static Target target(CommandLine line, Word word) {
        Matcher matcher = URL.matcher(word.text());
        if (!matcher.matches()) {
            throw line.problem(
                    Code.BAD_VALUE, word, "not a URL of a web server: " + word.text(), "http://ADDRESS[:PORT]/");
        }
        String host = matcher.group(1);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        IpAddress address = Values.address(line, new Word(bare, word.span()));
        int port = matcher.group(2) == null ? HTTP : Numbers.PORT.read(line, new Word(matcher.group(2), word.span()));
        return new Target(host, address, port, matcher.group(3) == null ? "/" : matcher.group(3));
    }

    private record Request(Session session, String namespace, Target target, boolean silent) {
        void run(long patience) {
            Dialog dialog = new Dialog(session, namespace);
            long began = session.world().now();
            Optional<String> failure =
                    dialog.connect(TcpClient.Wish.to(target.address(), target.port(), "curl"), patience);
            if (failure.isPresent()) {
                tell(failure.get(), (session.world().now() - began) / 1_000_000);
                return;
            }
            dialog.write(target.request());
            String answer = answer();
            session.print(answer.isEmpty() && !silent ? "curl: (52) Empty reply from server\n" : answer);
            dialog.close();
        }

        private void tell(String reason, long millis) {
            if (!silent) {
                session.print(
                        reason.equals("Connection timed out")
                                ? "curl: (28) Connection timed out after " + millis + " milliseconds\n"
                                : "curl: (7) Failed to connect to " + target.host() + " port " + target.port()
                                        + " after " + millis + " ms: " + reason + "\n");
            }
        }

        /** What came back on the connection. */
        private String answer() {
            StringBuilder text = new StringBuilder();
            for (Skb skb : session.recent().delivered(0, namespace)) {
                Optional<TcpHeader> tcp = skb.packet().tcp().filter(t -> t.payloadLength() > 0);
                if (tcp.isPresent() && skb.packet().source().equals(target.address())) {
                    text.append(data(skb.packet(), tcp.get()));
                }
            }
            return text.toString().replace("\r", "");
        }

        private static String data(Packet packet, TcpHeader tcp) {
            byte[] bytes = packet.bytes();
            return new String(
                    bytes, bytes.length - tcp.payloadLength(), tcp.payloadLength(), StandardCharsets.ISO_8859_1);
        }
    }
}
