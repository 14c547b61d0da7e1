package nfstep.engine.endpoint;

import java.nio.charset.StandardCharsets;
import nfstep.engine.Run;
import nfstep.state.Socket;

/** What servers say. */
public final class Servers {
    /** The program that answers a request with a page. */
    public static final String WEB_SERVER = "nginx";

    private static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";
    private static final String PAGE = "ok\n";

    private Servers() {}

    /** A web server answers a request with a page; every other server keeps quiet. */
    static void answer(Run run, String namespace, Socket socket, byte[] request) {
        if (socket.owner().equals(WEB_SERVER)) {
            boolean head = new String(request, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
            String text = HEADERS + (head ? "" : PAGE);
            new TcpClient(run, namespace).write(socket.id(), text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
