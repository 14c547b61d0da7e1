package nfstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.FragmentEvent;
import nfstep.event.PathEvent;
import nfstep.packet.Fragments;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Parts;
import nfstep.rules.Skb;

/** A packet that is about to leave is cut where it must be: {@code net/ipv4/ip_output.c}, {@code ip_finish_output}. */
record Fragmentation(Run run, String namespace, Skb skb, int mtu) {
    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;

    /**
     * The packet, or its pieces: none if it must not be cut. What was put together from fragments leaves in fragments, the
     * same ones if they fit.
     */
    List<Skb> pieces() {
        Parts parts = skb.parts();
        if (parts.fit(skb.packet(), mtu) && !parts.mustBeCut()) {
            return List.of(skb);
        }
        boolean forbidden = skb.packet().dontFragment() && (!parts.ignoresDf() || parts.largest() > mtu);
        if (forbidden) {
            refuse();
            return List.of();
        }
        return inPieces(parts);
    }

    private List<Skb> inPieces(Parts parts) {
        List<Packet> cut = cut(parts);
        run.emit(new FragmentEvent.Cut(Run.at(namespace, skb), cut.size(), most(parts)));
        return cut.stream().map(p -> skb.with(p).withParts(Parts.ONE)).toList();
    }

    /**
     * The packet, or its pieces, where it goes from port to port: none if it must not be cut, and nobody is told. {@code
     * net/bridge/br_netfilter_hooks.c}, {@code br_nf_dev_queue_xmit}, {@code br_nf_ip_fragment}.
     */
    List<Skb> bridgedPieces(int portMtu) {
        Parts parts = skb.parts();
        int room = parts.mustBeCut() ? Math.min(portMtu, parts.largest()) : portMtu;
        if (parts.fit(skb.packet(), room)) {
            return List.of(skb);
        }
        boolean forbidden = (skb.packet().dontFragment() && !parts.ignoresDf()) || parts.largest() > mtu;
        if (forbidden) {
            String why = skb.packet().length() + " bytes are more than " + room + ", and a bridge tells nobody";
            run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "mtu", why, Optional.empty()));
            return List.of();
        }
        return inPieces(parts);
    }

    private int most(Parts parts) {
        return parts.mustBeCut() ? Math.min(mtu, parts.largest()) : mtu;
    }

    /** {@code ip_do_fragment}: as it came if that fits, else anew. */
    private List<Packet> cut(Parts parts) {
        int header = skb.packet().headerLength();
        int room = most(parts) - header;
        boolean asItCame = !parts.lengths().isEmpty()
                && !isPulled(parts)
                && parts.lengths().stream().allMatch(length -> length <= room)
                && parts.lengths().stream().mapToInt(Integer::intValue).sum()
                        == skb.packet().transportLength();
        return asItCame ? asItCame(parts.lengths()) : Fragments.cut(skb.packet(), most(parts), parts.keepsDf());
    }

    /**
     * The look for a socket that a routed packet may be for, {@code tcp_v4_early_demux}, puts the whole TCP header into one
     * piece, also that of a packet for somebody else; then the fragments are not what they were.
     */
    private boolean isPulled(Parts parts) {
        return skb.in().isPresent()
                && skb.bridge().in().isEmpty()
                && skb.packet().protocol() == Protocols.TCP
                && parts.lengths().get(0) < Parts.TCP_HEADER;
    }

    private List<Packet> asItCame(List<Integer> lengths) {
        if (lengths.size() == 1) {
            return List.of(skb.packet());
        }
        List<Packet> pieces = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            Packet piece = Fragments.part(skb.packet(), from, from + length).withDontFragment(false);
            pieces.add(from == 0 ? piece : Fragments.withoutLocalOptions(piece));
            from += length;
        }
        return pieces;
    }

    private void refuse() {
        String why = skb.packet().length() + " bytes are more than MTU " + mtu + ", and DF is set";
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "mtu", why, Optional.empty()));
        new IcmpErrorSender(run, namespace, skb).send(UNREACHABLE, FRAGMENTATION_NEEDED, mtu, "fragmentation needed");
        LocalOutput.tell(run, namespace, skb, "Message too long");
    }
}
