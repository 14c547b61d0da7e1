package nfstep.state;

import java.util.Collection;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** The sockets of one namespace that talk to somebody, in the order in which they were opened. */
public record Sockets(TreePMap<Long, Socket> byId, HashPMap<Tuple, Long> byTuple) {
    /** No socket. */
    public static Sockets none() {
        return new Sockets(TreePMap.empty(), HashTreePMap.empty());
    }

    /** The socket that packets of that tuple, as they arrive, are for. */
    public Optional<Socket> receiving(Tuple arriving) {
        return Optional.ofNullable(byTuple.get(arriving)).map(byId::get);
    }

    /** The socket with that number. */
    public Optional<Socket> socket(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All sockets in the order in which they were opened. */
    public Collection<Socket> all() {
        return byId.values();
    }

    /** These sockets with that one put in the place of the one with the same number. */
    public Sockets with(Socket socket) {
        return new Sockets(byId.plus(socket.id(), socket), byTuple.plus(socket.arriving(), socket.id()));
    }

    /** These sockets without that one. */
    public Sockets without(long id) {
        Socket old = byId.get(id);
        return old == null ? this : new Sockets(byId.minus(id), byTuple.minus(old.arriving()));
    }
}
