package nfstep.lab.command;

import java.util.Optional;
import java.util.OptionalLong;
import nfstep.engine.endpoint.TcpClient;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;

/** One run of nc as a client: {@code netcat.c} of OpenBSD with Debian's changes. */
final class NcClient {
    private static final long SECOND = 1_000_000_000L;
    private static final long FOREVER = Long.MAX_VALUE / 2;
    private static final int SCAN_SECONDS = 3;

    private final Session session;
    private final CommandLine line;
    private final NcWish wish;

    NcClient(Session session, CommandLine line, NcWish wish) {
        this.session = session;
        this.line = line;
        this.wish = wish;
    }

    /** Tries the ports; the answer says why it would not end, if it would not. */
    Optional<Diagnostic> run() {
        Outcome<Way> way = Way.find(session.namespace(line.namespace()), wish.way());
        Optional<String> bind = way.refusal().filter(r -> r.startsWith("bind: "));
        if (bind.isPresent()) {
            session.print("nc: bind failed: Cannot assign requested address\n");
            return Optional.empty();
        }
        Optional<Diagnostic> refusal = Optional.empty();
        for (int port : wish.ports()) {
            refusal = refusal.or(() -> way.refusal().isPresent()
                    ? failed(port, "failed: " + way.refusal().get().replace("connect: ", ""))
                    : wish.manner().udp() ? udp(way.orElseThrow(), port) : tcp(port));
        }
        return refusal;
    }

    private Optional<Diagnostic> failed(int port, String reason) {
        tell("nc: connect to " + wish.way().destination() + " port " + port + " ("
                + wish.manner().protocol() + ") " + reason);
        return Optional.empty();
    }

    private void succeeded(int port) {
        tell("Connection to " + wish.way().destination() + " " + port + " port "
                + wish.manner().service(port) + " succeeded!");
    }

    private void tell(String text) {
        if (wish.manner().verbose()) {
            session.print(text + "\n");
        }
    }

    private Optional<Diagnostic> tcp(int port) {
        Dialog dialog = new Dialog(session, line.namespace());
        OptionalLong idle = wish.ending().idle();
        TcpClient.Wish target =
                new TcpClient.Wish(wish.way().destination(), port, wish.way().source(), wish.boundPort(), "nc");
        Optional<String> failure = dialog.connect(target, idle.orElse(FOREVER));
        if (failure.isPresent()) {
            boolean impatient = idle.isPresent() && failure.get().equals("Connection timed out");
            return failed(port, impatient ? "timed out: Operation now in progress" : "failed: " + failure.get());
        }
        succeeded(port);
        return wish.manner().scan() ? closed(dialog) : talk(dialog);
    }

    private static Optional<Diagnostic> closed(Dialog dialog) {
        dialog.close();
        return Optional.empty();
    }

    private Optional<Diagnostic> talk(Dialog dialog) {
        if (!wish.data().isEmpty()) {
            dialog.write(wish.bytes());
        }
        NcWish.Ending ending = wish.ending();
        if (!ending.shuts()) {
            OptionalLong stays = ending.quit().isPresent() ? ending.quit() : ending.idle();
            session.run().passUntil(stays.orElse(0), dialog::isClosedThere);
            if (stays.isEmpty() && !dialog.isClosedThere()) {
                String hint = "write -N (it closes after its input), -q SECONDS or -w SECONDS";
                return Optional.of(line.refusal("nc would not end here: the far end keeps the connection open")
                        .hinting(hint));
            }
        }
        return closed(dialog);
    }

    /** Without {@code SO_BROADCAST} no datagram is for everybody. */
    private Optional<Diagnostic> udp(Way way, int port) {
        if (way.isBroadcast(session.namespace(line.namespace()))) {
            return failed(port, "failed: Permission denied");
        }
        Datagrams datagrams = new Datagrams(session, line.namespace(), way, port);
        datagrams.open("nc", wish.boundPort());
        if (wish.manner().verbose()) {
            if (!answersScan(datagrams)) {
                datagrams.close();
                return Optional.empty();
            }
            succeeded(port);
        }
        Optional<Diagnostic> refusal = wish.manner().scan() ? Optional.empty() : chat(datagrams);
        datagrams.close();
        return refusal;
    }

    /**
     * {@code udptest}: a letter now and one each second, until somebody says that the port is closed. Debian's nc asks with
     * {@code -v} only.
     */
    private boolean answersScan(Datagrams datagrams) {
        byte[] letter = {'X'};
        if (!datagrams.send(letter)) {
            return false;
        }
        if (!datagrams.refused()) {
            datagrams.send(letter);
        }
        long seconds = wish.ending().idle().orElse(SCAN_SECONDS * SECOND) / SECOND;
        for (int i = 0; i < seconds && !datagrams.refused(); i++) {
            session.run().pass(SECOND);
            datagrams.send(letter);
        }
        return !datagrams.refused();
    }

    private Optional<Diagnostic> chat(Datagrams datagrams) {
        if (!wish.data().isEmpty()) {
            datagrams.send(wish.bytes());
        }
        NcWish.Ending ending = wish.ending();
        OptionalLong stays = ending.quit().isPresent() ? ending.quit() : ending.idle();
        session.run().passUntil(stays.orElse(0), datagrams::refused);
        return stays.isPresent() || datagrams.refused()
                ? Optional.empty()
                : Optional.of(line.refusal("nc -u would not end here: nothing closes a UDP port")
                        .hinting("write -w SECONDS or -q SECONDS"));
    }
}
