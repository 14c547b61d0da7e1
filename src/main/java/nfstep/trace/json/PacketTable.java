package nfstep.trace.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nfstep.packet.Packet;

/** The packets of a file, each once, in the order in which a walk meets them; elsewhere they are told by their place. */
final class PacketTable {
    private final List<Packet> packets = new ArrayList<>();
    private final Map<Packet, Integer> places = new HashMap<>();

    /** The places of packets; a packet that is written for the first time gets the next one. */
    Codec<Packet> codec() {
        return Codec.of(packet -> new Json.Whole(place(packet)), this::packet);
    }

    void add(Packet packet) {
        packets.add(packet);
    }

    int size() {
        return packets.size();
    }

    List<Packet> packets() {
        return packets;
    }

    private int place(Packet packet) {
        return places.computeIfAbsent(packet, it -> {
            packets.add(it);
            return packets.size() - 1;
        });
    }

    private Packet packet(Node node) {
        int place = node.integer();
        if (place < 0 || place >= packets.size()) {
            throw node.damaged("there is no packet " + place);
        }
        return packets.get(place);
    }
}
