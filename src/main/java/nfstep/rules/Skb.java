package nfstep.rules;

import java.util.Optional;
import nfstep.conntrack.Zone;
import nfstep.packet.EthernetHeader;
import nfstep.packet.Packet;

/**
 * A packet on its way, with what the kernel knows of it besides its bytes: {@code struct sk_buff}. Immutable.
 *
 * @param id its number in the walk, from 1; it keeps it from namespace to namespace
 * @param in the device it came in by; none for one that is sent from here
 * @param priority traffic class, {@code skb->priority}
 * @param traced whether TRACE marked it
 * @param owner whose socket of this namespace sends it
 * @param bridge the bridge ports it came in by and leaves by, where it crosses a bridge and IP hooks see that
 * @param template what a CT rule wants of the look-up of its connection
 * @param parts what its bytes are held in
 */
public record Skb(
        long id,
        Packet packet,
        Optional<Device> in,
        Optional<EthernetHeader> ethernet,
        PacketType type,
        int mark,
        int priority,
        CtRef ct,
        Optional<Decision> route,
        boolean traced,
        Owner owner,
        BridgePorts bridge,
        Optional<CtTemplate> template,
        Parts parts) {
    /** The ports of a bridge: {@code struct nf_bridge_info}. */
    public record BridgePorts(Optional<Device> in, Optional<Device> out) {
        /** No bridge. */
        public static final BridgePorts NONE = new BridgePorts(Optional.empty(), Optional.empty());
    }

    /** A packet that is made in this namespace. */
    public static Skb sent(long id, Packet packet) {
        return new Skb(
                id,
                packet,
                Optional.empty(),
                Optional.empty(),
                PacketType.HOST,
                0,
                0,
                CtRef.NONE,
                Optional.empty(),
                false,
                Owner.NOBODY,
                BridgePorts.NONE,
                Optional.empty(),
                Parts.ONE);
    }

    /** This packet under another number, as a copy of it has. */
    public Skb withId(long other) {
        return new Skb(
                other, packet, in, ethernet, type, mark, priority, ct, route, traced, owner, bridge, template, parts);
    }

    /** This packet with other bytes. */
    public Skb with(Packet other) {
        return new Skb(
                id, other, in, ethernet, type, mark, priority, ct, route, traced, owner, bridge, template, parts);
    }

    /** This packet with another mark. */
    public Skb withMark(int other) {
        return new Skb(
                id, packet, in, ethernet, type, other, priority, ct, route, traced, owner, bridge, template, parts);
    }

    /** This packet with another connection. */
    public Skb withCt(CtRef other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, other, route, traced, owner, bridge, template, parts);
    }

    /** This packet with a routing decision, or none. */
    public Skb withRoute(Optional<Decision> other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, ct, other, traced, owner, bridge, template, parts);
    }

    /** This packet, marked by TRACE. */
    public Skb withTraced(boolean other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, ct, route, other, owner, bridge, template, parts);
    }

    /** This packet as a socket of that owner sends it. */
    public Skb withOwner(Owner other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, ct, route, traced, other, bridge, template, parts);
    }

    /** Whether a program of this namespace sends it; its socket may receive it, too. */
    public boolean isSentByProgram() {
        return in.isEmpty() && owner.isProgram();
    }

    /** This packet with another traffic class. */
    public Skb withPriority(int other) {
        return new Skb(id, packet, in, ethernet, type, mark, other, ct, route, traced, owner, bridge, template, parts);
    }

    /** This packet as it arrives by a device. */
    public Skb arriving(Device device, Optional<EthernetHeader> header, PacketType packetType) {
        return new Skb(
                id,
                packet,
                Optional.of(device),
                header,
                packetType,
                mark,
                priority,
                ct,
                route,
                traced,
                owner,
                bridge,
                template,
                parts);
    }

    /** This packet in a frame with that header. */
    public Skb withEthernet(EthernetHeader header) {
        return new Skb(
                id,
                packet,
                in,
                Optional.of(header),
                type,
                mark,
                priority,
                ct,
                route,
                traced,
                owner,
                bridge,
                template,
                parts);
    }

    /** This packet in a frame of another type. */
    public Skb withType(PacketType other) {
        return new Skb(
                id, packet, in, ethernet, other, mark, priority, ct, route, traced, owner, bridge, template, parts);
    }

    /** This packet with the bridge ports that it crosses. */
    public Skb withBridge(BridgePorts other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, ct, route, traced, owner, other, template, parts);
    }

    /** The zone that its connection is looked up in. */
    public Zone zone() {
        return template.map(t -> t.zoneFor(mark)).orElse(Zone.DEFAULT);
    }

    /** This packet, whose connection will be looked up so. */
    public Skb withTemplate(CtTemplate wanted) {
        return withTemplate(Optional.of(wanted)).withCt(CtRef.TEMPLATE);
    }

    /** This packet with the connection that was looked up. */
    public Skb lookedUp(CtRef found) {
        return withTemplate(Optional.empty()).withCt(found);
    }

    private Skb withTemplate(Optional<CtTemplate> other) {
        return new Skb(id, packet, in, ethernet, type, mark, priority, ct, route, traced, owner, bridge, other, parts);
    }

    /** This packet, held in other parts. */
    public Skb withParts(Parts other) {
        return new Skb(
                id, packet, in, ethernet, type, mark, priority, ct, route, traced, owner, bridge, template, other);
    }

    /** This packet as it enters another namespace: the bytes stay, what this kernel knew of it is scrubbed. */
    public Skb scrubbed() {
        return sent(id, packet).withParts(parts.scrubbed());
    }
}
