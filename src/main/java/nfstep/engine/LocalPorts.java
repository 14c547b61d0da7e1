package nfstep.engine;

import nfstep.conntrack.Tuple;
import nfstep.packet.Protocols;
import nfstep.state.DrawKind;

/** The ports that sockets of a namespace get that ask for any: {@code ip_local_port_range}. */
public record LocalPorts(Run run, String namespace) {
    /**
     * A port for a socket of a program; the same in every run.
     *
     * @param arriving what comes to the socket, with any port in place of its own
     * @param key what it is for
     */
    public int draw(Tuple arriving, String key) {
        Draws.Range free = Draws.Range.of(DrawKind.PORT)
                .those("free", port -> isFree(arriving.withDestination(arriving.destination(), (int) port)));
        return (int) Draws.of(run, namespace).draw(DrawKind.PORT, free, key);
    }

    /** {@code __inet_hash_connect}, {@code udp_lib_get_port}: a UDP socket shares its port with no other. */
    private boolean isFree(Tuple arriving) {
        boolean listens = run.world().network().namespace(namespace).listeners().stream()
                .anyMatch(l -> l.protocol() == arriving.protocol() && l.port() == arriving.destinationKey());
        boolean shares = arriving.protocol() == Protocols.TCP;
        return !listens
                && run.world().sockets(namespace).all().stream()
                        .map(socket -> socket.arriving())
                        .noneMatch(other -> shares
                                ? other.equals(arriving)
                                : other.protocol() == arriving.protocol()
                                        && other.destinationKey() == arriving.destinationKey());
    }
}
