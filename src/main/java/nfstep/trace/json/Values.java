package nfstep.trace.json;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.packet.Prefix;
import nfstep.rules.Device;
import nfstep.rules.TableName;

/** Codecs of small values. */
final class Values {
    static final Codec<IpAddress> ADDRESS =
            Codec.text(IpAddress::toString, text -> known(IpAddress.parse(text), "address", text));
    static final Codec<Prefix> PREFIX = Codec.text(Prefix::toString, text -> known(Prefix.parse(text), "prefix", text));
    static final Codec<MacAddress> MAC = Codec.text(MacAddress::toString, MacAddress::of);
    static final Codec<Packet> PACKET = Codec.text(packet -> HexFormat.of().formatHex(packet.bytes()), Values::packet);
    static final Codec<String> TEXT = Codec.text(text -> text, text -> text);
    static final Codec<Long> LONG = Codec.of(Json.Whole::new, Node::number);
    static final Codec<Integer> INT = Codec.of(value -> new Json.Whole(value), Node::integer);
    static final Codec<IpFamily> FAMILY = words(IpFamily.values());
    static final Codec<TableName> TABLE = Codec.text(TableName::word, word -> known(TableName.of(word), "table", word));

    /** Index and name. */
    static final Codec<Device> DEVICE = Codec.tuple(
            2,
            device -> List.of(new Json.Whole(device.index()), new Json.Text(device.name())),
            in -> new Device(in.get(0).integer(), in.get(1).text()));

    /** Destination, source and type. */
    static final Codec<EthernetHeader> ETHERNET = Codec.tuple(
            3,
            it -> List.of(MAC.write(it.destination()), MAC.write(it.source()), new Json.Whole(it.etherType())),
            in -> new EthernetHeader(
                    MAC.read(in.get(0)), MAC.read(in.get(1)), in.get(2).integer()));

    /** Source, destination, protocol and the two keys. */
    static final Codec<Tuple> TUPLE = Codec.tuple(
            5,
            it -> List.of(
                    ADDRESS.write(it.source()),
                    ADDRESS.write(it.destination()),
                    new Json.Whole(it.protocol()),
                    new Json.Whole(it.sourceKey()),
                    new Json.Whole(it.destinationKey())),
            in -> new Tuple(
                    ADDRESS.read(in.get(0)),
                    ADDRESS.read(in.get(1)),
                    in.get(2).integer(),
                    in.get(3).integer(),
                    in.get(4).integer()));

    /** Number, and whether it counts in the original and in the reply direction. */
    static final Codec<Zone> ZONE = Codec.tuple(
            3,
            it -> List.of(new Json.Whole(it.id()), new Json.Bool(it.original()), new Json.Bool(it.reply())),
            in -> new Zone(in.get(0).integer(), in.get(1).bool(), in.get(2).bool()));

    private Values() {}

    /** The words of an enum. */
    static <E extends Enum<E>> Codec<E> words(E[] words) {
        return Codec.text(Enum::name, word -> {
            for (E it : words) {
                if (it.name().equals(word)) {
                    return it;
                }
            }
            throw new IllegalArgumentException("unknown word " + word);
        });
    }

    /** A value that may be missing, as {@code null}. */
    static <T> Codec<Optional<T>> orNull(Codec<T> codec) {
        return Codec.of(
                value -> value.map(codec::write).orElse(Json.NULL),
                node -> node.isNull() ? Optional.empty() : Optional.of(codec.read(node)));
    }

    static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    static OptionalInt unboxed(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Packet packet(String digits) {
        return Packet.of(HexFormat.of().parseHex(digits));
    }

    static <T> T known(Optional<T> value, String what, String text) {
        return value.orElseThrow(() -> new IllegalArgumentException("no " + what + ": " + text));
    }
}
