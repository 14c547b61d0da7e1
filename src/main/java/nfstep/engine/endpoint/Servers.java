package nfstep.engine.endpoint;

import java.nio.charset.StandardCharsets;
import nfstep.engine.Run;
import nfstep.state.Socket;

/** What servers say. */
public final class Servers {
    /** The program that answers a request with a page. */
    public static final String WEB_SERVER = "nginx";

    private static final byte[] PAGE =
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n".getBytes(StandardCharsets.US_ASCII);

    private Servers() {}

    /** A web server answers a request with a page; every other server keeps quiet. */
    static void answer(Run run, String namespace, Socket socket) {
        if (socket.owner().equals(WEB_SERVER)) {
            new TcpClient(run, namespace).write(socket.id(), PAGE);
        }
    }
}
