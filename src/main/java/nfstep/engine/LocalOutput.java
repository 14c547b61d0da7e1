package nfstep.engine;

import java.util.Optional;
import nfstep.event.At;
import nfstep.event.PathEvent;
import nfstep.host.FlowKey;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Owner;
import nfstep.rules.Parts;
import nfstep.rules.Skb;
import nfstep.state.Ids;

/** Packets that are sent from a namespace: {@code net/ipv4/ip_output.c}, {@code __ip_local_out}. */
public final class LocalOutput {
    /**
     * How a packet is sent.
     *
     * @param by the program or the part of the stack that sends it
     * @param answers the number of the packet that it answers, 0 for none
     * @param mark of the socket
     * @param owner whose socket sends it
     * @param source where the source address comes from
     * @param ct the connection that it inherits from the packet that it answers
     * @param freshId whether the stack gives the IP header its identification
     * @param device the index of the device that the socket is bound to, 0 for none
     */
    public record Sending(
            String by, long answers, int mark, Owner owner, SourceFrom source, CtRef ct, boolean freshId, int device) {
        /** By a program of the user. */
        public static Sending program(String by, int mark) {
            return new Sending(by, 0, mark, Owner.ROOT, SourceFrom.SENDER, CtRef.NONE, true, 0);
        }

        /** By the stack, in answer to a packet. */
        public static Sending answer(String by, Skb to) {
            return new Sending(by, to.id(), 0, Owner.KERNEL, SourceFrom.SENDER, CtRef.NONE, true, 0);
        }

        /** The same by a socket of that owner. */
        public Sending from(Owner other) {
            return new Sending(by, answers, mark, other, source, ct, freshId, device);
        }

        /** The same through a raw socket with a header of its own. */
        public Sending raw() {
            return keepingId().with(SourceFrom.HEADER);
        }

        /** The same with a source address from there. */
        public Sending with(SourceFrom other) {
            return new Sending(by, answers, mark, owner, other, ct, freshId, device);
        }

        /** The same with a connection that the packet inherits. */
        public Sending with(CtRef inherited) {
            return new Sending(by, answers, mark, owner, source, inherited, freshId, device);
        }

        /** The same with that mark. */
        public Sending marked(int other) {
            return new Sending(by, answers, other, owner, source, ct, freshId, device);
        }

        /** The same with the identification that the packet has already. */
        public Sending keepingId() {
            return new Sending(by, answers, mark, owner, source, ct, false, device);
        }

        /** The same through a socket that is bound to a device: {@code SO_BINDTODEVICE}. */
        public Sending by(int boundDevice) {
            return new Sending(by, answers, mark, owner, source, ct, freshId, boundDevice);
        }

        /** What the stack sends by ICMP keeps its socket for that busy meanwhile. */
        private void locking(Run run, Packet packet, Runnable work) {
            if (owner.equals(Owner.KERNEL) && packet.protocol() == Protocols.ICMP) {
                run.sendingIcmp(work);
            } else {
                work.run();
            }
        }

        private boolean isRaw() {
            return source == SourceFrom.HEADER;
        }

        private boolean isSummed() {
            return isRaw() || source == SourceFrom.SUMMED;
        }

        private FlowKey key(Packet packet, IpAddress known) {
            int tos = isRaw() ? 0 : packet.tos() & RoutingInput.TOS;
            return FlowKey.sent(packet.destination(), known).with(tos, mark).leavingBy(device);
        }
    }

    /** Where the source address of a packet comes from, which decides whether the routing decision knows it. */
    public enum SourceFrom {
        /** The sender chose it, or leaves it to the way; routing knows which. */
        SENDER,
        /** The same, but the sum of its TCP segment is made already, with the addresses of what it answers. */
        SUMMED,
        /** The way, which was found without it. */
        WAY,
        /** A header that a process made: routing does not know it. */
        HEADER,
        /** The header of the packet that it answers: it stays as it is, whatever it is. */
        ANSWERED
    }

    private LocalOutput() {}

    /** Sends a packet from a namespace, once everything that is to be done already is done. */
    public static void send(Run run, String namespace, Packet packet, Sending how) {
        run.later(r -> now(r, namespace, packet, how));
    }

    /** Sends a packet from a namespace before anything else that is to be done, as an answer is. */
    public static void answer(Run run, String namespace, Packet packet, Sending how) {
        if (run.isDuplicating()) {
            At copy = new At(namespace, how.answers());
            run.emit(new PathEvent.Paused(copy, "its answer is sent first"));
            now(run, namespace, packet, how);
            run.emit(new PathEvent.Resumed(copy));
        } else {
            run.next(r -> now(r, namespace, packet, how));
        }
    }

    private static void now(Run run, String namespace, Packet packet, Sending how) {
        Ids ids = run.world().ids();
        Packet whole = addressed(sourced(run, namespace, packet, how), how);
        Packet named = how.freshId() ? whole.withId((int) (ids.ipId() & 0xffff)) : whole;
        Ids next = how.freshId() ? ids.afterPacket().afterIpId() : ids.afterPacket();
        Skb skb = Skb.sent(ids.packet(), named)
                .withMark(how.mark())
                .withOwner(how.owner())
                .withCt(how.ct());
        At at = new At(namespace, skb.id());
        run.emit(new PathEvent.Sent(at, skb, how.by(), how.answers(), next));
        FlowKey key = how.key(packet, known(run, namespace, packet, how));
        RoutingOutput.Answer routed =
                RoutingOutput.route(run, namespace, skb, key, how.source() == SourceFrom.ANSWERED);
        routed.skb().ifPresent(r -> how.locking(run, packet, () -> start(run, namespace, r, how)));
        tell(run, namespace, skb, routed.error());
    }

    /** The source address that the routing decision knows. */
    private static IpAddress known(Run run, String namespace, Packet packet, Sending how) {
        return switch (how.source()) {
            case SENDER, SUMMED -> packet.source();
            case WAY, HEADER -> IpAddress.any(packet.family());
            case ANSWERED -> RoutingOutput.usable(run.world().network().namespace(namespace), packet.source());
        };
    }

    /**
     * {@code ip_route_output_key_hash}: what a socket sends to nobody, as the answer to what came from 0.0.0.0, is for its own
     * source.
     */
    private static Packet addressed(Packet packet, Sending how) {
        if (!packet.destination().isUnspecified()) {
            return packet;
        }
        return switch (how.source()) {
            case SENDER, WAY -> packet.withDestination(packet.source());
            case SUMMED -> packet.withDestinationOnly(packet.source());
            case HEADER, ANSWERED -> packet;
        };
    }

    /**
     * A packet without a source gets that of its way, also an answer to what was sent to 0.0.0.0; {@code raw_send_hdrinc}:
     * what is behind a header that a process makes stays as it is.
     */
    private static Packet sourced(Run run, String namespace, Packet packet, Sending how) {
        IpAddress any = IpAddress.any(packet.family());
        if (!packet.source().equals(any) || how.source() == SourceFrom.ANSWERED) {
            return packet;
        }
        return RoutingOutput.source(run.world().network().namespace(namespace), how.key(packet, any))
                .value()
                .map(how.isSummed() ? packet::withSourceOnly : packet::withSource)
                .orElse(packet);
    }

    /** {@code raw_send_hdrinc}: a header that a process makes is for one piece. TCP leaves cutting to the device. */
    private static void start(Run run, String namespace, Skb skb, Sending how) {
        Device out = skb.route().flatMap(Decision::out).orElseThrow();
        int mtu = run.world()
                .network()
                .namespace(namespace)
                .link(out.index())
                .orElseThrow()
                .mtu();
        if (!how.isRaw() || skb.packet().length() <= mtu) {
            output(run, namespace, skb.withParts(parts(skb, mtu, how)));
            return;
        }
        String why =
                skb.packet().length() + " bytes from a raw socket are more than the MTU " + mtu + " of " + out.name();
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "mtu", why, Optional.empty()));
        tell(run, namespace, skb, "Message too long");
    }

    /** {@code __ip_make_skb}: what a socket other than TCP's sends may be cut, whatever its DF says. */
    private static Parts parts(Skb skb, int mtu, Sending how) {
        Packet packet = skb.packet();
        if (how.isRaw()) {
            return Parts.ONE;
        }
        if (packet.protocol() == Protocols.TCP) {
            int headers = packet.length() - packet.payload().length;
            return packet.length() > mtu ? Parts.segmented(mtu - headers) : Parts.ONE;
        }
        return summed(packet, mtu).ofStack();
    }

    /** {@code __ip_append_data}: what a socket of UDP sends in one piece is summed up by the device. */
    private static Parts summed(Packet packet, int mtu) {
        boolean leaves = packet.protocol() == Protocols.UDP && packet.length() <= mtu;
        return leaves ? Parts.ONE.summed(Parts.Summed.BY_DEVICE) : Parts.ONE;
    }

    /** OUTPUT, then {@link #postrouting}; what is for a group may come back to this host. */
    static void output(Run run, String namespace, Skb skb) {
        HookState where =
                new HookState(Hook.OUTPUT, Optional.empty(), skb.route().flatMap(Decision::out));
        Passage passage = Hooks.traverse(run, namespace, skb, where);
        passage.skb().ifPresent(s -> new GroupOutput(run, namespace, s).send());
        tell(run, namespace, skb, passage.error());
    }

    /** {@code ip_output}, {@code ip_mc_output}: POSTROUTING, with a device for {@code -i} or without, then the device. */
    static void postrouting(Run run, String namespace, Skb skb, Optional<Device> in) {
        Optional<Device> out = skb.route().flatMap(Decision::out);
        HookState where = new HookState(Hook.POSTROUTING, in, out);
        Passage passage = Hooks.traverse(run, namespace, skb, where);
        passage.skb().ifPresent(s -> Transmission.transmit(run, namespace, s));
        tell(run, namespace, skb, passage.error());
    }

    /** A process that sends learns at once what keeps its packet from leaving. */
    static void tell(Run run, String namespace, Skb skb, String error) {
        if (skb.owner().isProgram() && !error.isEmpty()) {
            run.emit(new PathEvent.SenderTold(Run.at(namespace, skb), error));
        }
    }
}
