package nfstep.parse.ip;

import java.util.Optional;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.AddAddress;
import nfstep.host.edit.AddNeighbour;
import nfstep.host.edit.DeleteAddress;
import nfstep.host.edit.DeleteNeighbour;
import nfstep.host.edit.FlushAddresses;
import nfstep.host.edit.FlushNeighbours;
import nfstep.host.edit.ForgetNeighbours;
import nfstep.host.edit.NewAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/** Changes of addresses and neighbours as the words after {@code ip}. */
final class AddressEditText {
    private AddressEditText() {}

    static Optional<String> print(NetworkEdit edit) {
        if (edit instanceof AddAddress add) {
            return Optional.of("addr " + add.write().word() + " " + address(add.address()) + " dev " + add.device());
        }
        if (edit instanceof DeleteAddress delete) {
            String label = delete.label().map(l -> " label " + l).orElse("");
            return Optional.of("addr del " + address(delete) + " dev " + delete.device() + label);
        }
        return edit instanceof FlushAddresses flush ? Optional.of(flush(flush)) : neighbour(edit);
    }

    private static String address(NewAddress address) {
        String broadcast = address.broadcast().map(b -> " brd " + b).orElse("");
        boolean usual = address.scope() == NewAddress.usualScope(address.address());
        String scope = usual ? "" : " scope " + address.scope().word();
        String local = address.address()
                + address.manner().peer().map(p -> " peer " + p).orElse("");
        String label = address.manner().label().map(l -> " label " + l).orElse("");
        String unrouted = address.manner().unrouted() ? " noprefixroute" : "";
        return local + "/" + address.length() + broadcast + scope + label + unrouted;
    }

    private static String address(DeleteAddress delete) {
        Optional<Prefix> onLink = delete.onLink();
        boolean beyond = onLink.filter(p -> !p.contains(delete.address())).isPresent();
        return delete.address()
                + (beyond ? " peer " + onLink.orElseThrow().address() : "")
                + onLink.map(p -> "/" + p.length()).orElse("");
    }

    private static String flush(FlushAddresses flush) {
        String family =
                flush.family().map(f -> f == IpFamily.IPV4 ? "-4 " : "-6 ").orElse("");
        String scope = flush.scope().map(s -> " scope " + s.word()).orElse("");
        return family + "addr flush dev " + flush.device() + scope;
    }

    private static Optional<String> neighbour(NetworkEdit edit) {
        if (edit instanceof AddNeighbour add) {
            return Optional.of("neigh " + add.write().word() + " " + add.address() + " lladdr " + add.mac() + " dev "
                    + add.device());
        }
        if (edit instanceof DeleteNeighbour delete) {
            return Optional.of("neigh del " + delete.address() + " dev " + delete.device());
        }
        if (edit instanceof FlushNeighbours flush) {
            String address = flush.address().map(a -> " to " + a).orElse("");
            return Optional.of("neigh flush dev " + flush.device() + address + " nud permanent");
        }
        if (edit instanceof ForgetNeighbours forget) {
            String address = forget.address().map(a -> " to " + a).orElse("");
            return Optional.of("neigh flush dev " + forget.device() + address);
        }
        return Optional.empty();
    }
}
