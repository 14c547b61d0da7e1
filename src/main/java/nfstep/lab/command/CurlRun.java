package nfstep.lab.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nfstep.engine.endpoint.TcpClient;
import nfstep.packet.Packet;
import nfstep.packet.TcpHeader;
import nfstep.rules.Skb;
import nfstep.source.Outcome;

/** One run of curl: curl 7.88, {@code lib/connect.c}, {@code lib/http.c}; what it prints of its progress is left out. */
final class CurlRun {
    private static final long MILLION = 1_000_000L;
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final Session session;
    private final String namespace;
    private final CurlWish wish;
    private final long began;

    CurlRun(Session session, String namespace, CurlWish wish) {
        this.session = session;
        this.namespace = namespace;
        this.wish = wish;
        this.began = session.world().now();
    }

    void run() {
        CurlWish.Target target = wish.target();
        Outcome<Way> way = Way.find(
                session.namespace(namespace), Way.Wish.to(target.address()).from(wish.source()));
        if (way.refusal().filter(r -> r.startsWith("bind: ")).isPresent()) {
            fail(45, "bind failed with errno 99: Cannot assign requested address");
            return;
        }
        note("*   Trying " + target.host() + ":" + target.port() + "...");
        Dialog dialog = new Dialog(session, namespace);
        TcpClient.Wish connection =
                new TcpClient.Wish(target.address(), target.port(), wish.source(), wish.sourcePort(), "curl");
        Optional<String> failure = way.refusal().isPresent()
                ? way.refusal().map(r -> r.replace("connect: ", ""))
                : dialog.connect(connection, wish.patience().shorter());
        if (failure.isPresent()) {
            refused(failure.get());
        } else {
            talk(dialog);
        }
    }

    private void refused(String reason) {
        String place = wish.target().host() + " port " + wish.target().port();
        boolean late = reason.equals("Connection timed out");
        if (late
                && wish.patience().all() <= wish.patience().connecting()
                && wish.patience().all() < CurlWish.Patience.ENDLESS) {
            fail(28, "Connection timed out after " + millis() + " milliseconds");
        } else if (late && wish.patience().connecting() < CurlWish.Patience.ENDLESS) {
            fail(28, "Failed to connect to " + place + " after " + millis() + " ms: Timeout was reached");
        } else {
            note("* connect to " + place + " failed: " + reason);
            fail(
                    late ? 28 : 7,
                    "Failed to connect to " + place + " after " + millis() + " ms: Couldn't connect to server");
        }
    }

    private long millis() {
        return (session.world().now() - began) / MILLION;
    }

    private void talk(Dialog dialog) {
        CurlWish.Target target = wish.target();
        note("* Connected to " + target.host() + " (" + target.address() + ") port " + target.port() + " (#0)");
        target.request().forEach(l -> note("> " + l));
        note("> ");
        dialog.write(target.bytes());
        session.run().passUntil(wish.patience().all() - (session.world().now() - began), () -> isDone(dialog));
        String answer = answer();
        if (answer.isEmpty()) {
            unanswered(dialog);
        } else {
            print(answer);
        }
        dialog.close();
    }

    private boolean isDone(Dialog dialog) {
        return !answer().isEmpty() || dialog.isClosedThere();
    }

    private void unanswered(Dialog dialog) {
        if (dialog.isClosedThere()) {
            fail(52, "Empty reply from server");
        } else {
            fail(28, "Operation timed out after " + millis() + " milliseconds with 0 bytes received");
        }
    }

    private void print(String answer) {
        int end = answer.indexOf(END_OF_HEADERS);
        String headers = (end < 0 ? answer : answer.substring(0, end)).replace("\r", "");
        String body = end < 0 ? "" : answer.substring(end + END_OF_HEADERS.length());
        headers.lines().forEach(h -> note("< " + h));
        note("< ");
        if (!wish.telling().discards()) {
            session.print(wish.target().head() ? headers + "\n\n" : body);
        }
        note("* Connection #0 to host " + wish.target().host() + " left intact");
        session.print(wish.telling().format().replace("%{http_code}", code(headers)));
    }

    private static String code(String headers) {
        String[] words = headers.split("\\s+", 3);
        return words.length > 1 ? words[1] : "000";
    }

    private void note(String text) {
        if (wish.telling().verbose()) {
            session.print(text + "\n");
        }
    }

    private void fail(int number, String reason) {
        note("* " + reason);
        note("* Closing connection 0");
        if (wish.telling().errors()) {
            session.print("curl: (" + number + ") " + reason + "\n");
        }
        session.print(wish.telling().format().replace("%{http_code}", "000"));
    }

    /** What came back on the connection. */
    private String answer() {
        StringBuilder text = new StringBuilder();
        for (Skb skb : session.recent().delivered(0, namespace)) {
            Optional<TcpHeader> tcp = skb.packet().tcp().filter(t -> t.payloadLength() > 0);
            boolean here = skb.packet().source().equals(wish.target().address())
                    && skb.packet().sourcePort() == wish.target().port();
            if (tcp.isPresent() && here) {
                text.append(data(skb.packet(), tcp.get()));
            }
        }
        return text.toString();
    }

    private static String data(Packet packet, TcpHeader tcp) {
        byte[] bytes = packet.bytes();
        return new String(bytes, bytes.length - tcp.payloadLength(), tcp.payloadLength(), StandardCharsets.ISO_8859_1);
    }
}
