package nfstep.trace.json;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.CtInfo;
import nfstep.packet.EthernetHeader;
import nfstep.packet.Packet;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Device;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Parts;
import nfstep.rules.Skb;

/** How packets on their way are written: as what differs from the version before; their bytes are in a table. */
final class Skbs {
    private static final String KERNEL = "kernel";
    private static final String LISTENER = "listener";
    private static final Codec<Optional<Device>> DEVICE = Values.orNull(Values.DEVICE);
    private static final Codec<Optional<EthernetHeader>> ETHERNET = Values.orNull(Values.ETHERNET);
    private static final Codec<PacketType> TYPE = Values.words(PacketType.values());
    private static final Codec<Boolean> BOOL = Codec.of(Json.Bool::new, Node::bool);
    private static final Codec<Owner> OWNER = Codec.of(Skbs::write, Skbs::owner);
    private static final Codec<CtInfo> INFO = Values.words(CtInfo.values());
    private static final Codec<CtRef> CT = Codec.tuple(
            2,
            ct -> List.of(new Json.Whole(ct.connection()), INFO.write(ct.info())),
            in -> new CtRef(in.get(0).number(), INFO.read(in.get(1))));
    private static final Codec<Skb.BridgePorts> BRIDGE = Codec.tuple(
            2,
            ports -> List.of(DEVICE.write(ports.in()), DEVICE.write(ports.out())),
            in -> new Skb.BridgePorts(DEVICE.read(in.get(0)), DEVICE.read(in.get(1))));

    private static final Codec<Parts.Summed> SUMMED = Values.words(Parts.Summed.values());
    private static final Codec<Parts> PARTS = Codec.object(
            (parts, out) -> out.list("lengths", Values.INT, parts.lengths())
                    .numberOr0("largest", parts.largest())
                    .numberOr0("segment", parts.segment())
                    .flag("keepsDf", parts.keepsDf())
                    .flag("ignoresDf", parts.ignoresDf())
                    .optional("summed", SUMMED, sum(parts)),
            in -> new Parts(
                    in.list("lengths", Values.INT),
                    in.integerOr0("largest"),
                    in.integerOr0("segment"),
                    in.flag("keepsDf"),
                    in.flag("ignoresDf"),
                    in.optional("summed", SUMMED).orElse(Parts.Summed.BY_RECEIVER)));

    private static Optional<Parts.Summed> sum(Parts parts) {
        return Optional.of(parts.summed()).filter(it -> it != Parts.Summed.BY_RECEIVER);
    }

    private static final Codec<Optional<CtTemplate>> TEMPLATE =
            Values.orNull(Codec.of(Skbs::write, node -> template(node.array())));

    private static Json write(CtTemplate it) {
        List<Json> some = List.of(Values.ZONE.write(it.zone()), Values.TEXT.write(it.helper()));
        return new Json.Array(it.fromMark() ? List.of(some.get(0), some.get(1), new Json.Bool(true)) : some);
    }

    private static CtTemplate template(List<Node> in) {
        if (in.size() != 2 && in.size() != 3) {
            throw new IllegalArgumentException("a template has two or three parts");
        }
        boolean fromMark = in.size() == 3 && in.get(2).bool();
        return new CtTemplate(Values.ZONE.read(in.get(0)), Values.TEXT.read(in.get(1)), fromMark);
    }

    private final Codec<Packet> packets;

    /** Packets are written by that codec, mostly as their place in a table. */
    Skbs(Codec<Packet> packets) {
        this.packets = packets;
    }

    /** What differs from a version of the packet that is known; without one, from a packet that was just made. */
    Out difference(Skb skb, long id, Optional<Skb> known) {
        Out out = new Out();
        Skb base = known.orElseGet(() -> Skb.sent(id, skb.packet()));
        if (known.isEmpty() || !skb.packet().equals(base.packet())) {
            out.put("bytes", packets, skb.packet());
        }
        changed("id", Values.LONG, skb.id(), base.id(), out);
        changed("in", DEVICE, skb.in(), base.in(), out);
        changed("ethernet", ETHERNET, skb.ethernet(), base.ethernet(), out);
        changed("type", TYPE, skb.type(), base.type(), out);
        changed("mark", Values.INT, skb.mark(), base.mark(), out);
        changed("priority", Values.INT, skb.priority(), base.priority(), out);
        changed("ct", CT, skb.ct(), base.ct(), out);
        changed("route", Routing.DECISION_OR_NULL, skb.route(), base.route(), out);
        changed("traced", BOOL, skb.traced(), base.traced(), out);
        changed("socket", OWNER, skb.owner(), base.owner(), out);
        changed("bridge", BRIDGE, skb.bridge(), base.bridge(), out);
        changed("template", TEMPLATE, skb.template(), base.template(), out);
        changed("parts", PARTS, skb.parts(), base.parts(), out);
        return out;
    }

    /** Root's is {@code true}, the kernel's and a listener's its name, that of another program its user and group. */
    private static Json write(Owner owner) {
        if (owner.isProgram() && !owner.equals(Owner.ROOT)) {
            return Json.Array.of(new Json.Whole(owner.uid()), new Json.Whole(owner.gid()));
        }
        return switch (owner.kind()) {
            case KERNEL -> new Json.Text(KERNEL);
            case LISTENER -> new Json.Text(LISTENER);
            default -> new Json.Bool(owner.isProgram());
        };
    }

    private static Owner owner(Node node) {
        if (node.json() instanceof Json.Bool) {
            return node.bool() ? Owner.ROOT : Owner.NOBODY;
        }
        if (node.json() instanceof Json.Text) {
            return switch (node.text()) {
                case KERNEL -> Owner.KERNEL;
                case LISTENER -> Owner.LISTENER;
                default -> throw node.damaged("unknown word " + node.text());
            };
        }
        List<Node> program = node.array(2);
        return Owner.program(program.get(0).integer(), program.get(1).integer());
    }

    private static <T> void changed(String name, Codec<T> codec, T value, T base, Out out) {
        if (!value.equals(base)) {
            out.put(name, codec, value);
        }
    }

    /** The packet that differs so from a known version. */
    Skb read(In in, long id, Optional<Skb> known) {
        Optional<Packet> bytes = in.optional("bytes", packets);
        if (bytes.isEmpty() && known.isEmpty()) {
            throw in.damaged("\"bytes\" is missing");
        }
        Skb base = known.orElseGet(() -> Skb.sent(id, bytes.orElseThrow()));
        Skb skb = new Skb(
                in.optional("id", Values.LONG).orElse(base.id()),
                bytes.orElse(base.packet()),
                in.optional("in", DEVICE).orElse(base.in()),
                in.optional("ethernet", ETHERNET).orElse(base.ethernet()),
                in.optional("type", TYPE).orElse(base.type()),
                in.optional("mark", Values.INT).orElse(base.mark()),
                in.optional("priority", Values.INT).orElse(base.priority()),
                in.optional("ct", CT).orElse(base.ct()),
                in.optional("route", Routing.DECISION_OR_NULL).orElse(base.route()),
                in.optional("traced", BOOL).orElse(base.traced()),
                in.optional("socket", OWNER).orElse(base.owner()),
                in.optional("bridge", BRIDGE).orElse(base.bridge()),
                in.optional("template", TEMPLATE).orElse(base.template()),
                in.optional("parts", PARTS).orElse(base.parts()));
        in.end();
        return skb;
    }
}
