package nfstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nfstep.engine.Reassembly.User;
import nfstep.packet.Fragments;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.rules.Skb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReassemblyTest {
    private final Reassembly reassembly = new Reassembly();

    private static Packet datagram() {
        byte[] payload = new byte[792];
        new Random(1).nextBytes(payload);
        return Packets.udp(Ipv4Address.of("10.0.0.1"), 1, Ipv4Address.of("10.0.0.2"), 2)
                .payload(payload)
                .id(7)
                .build();
    }

    private Reassembly.Answer add(Packet fragment) {
        return reassembly.add(Reassembly.Key.of("host", User.LOCAL_DELIVER, fragment), Skb.sent(1, fragment));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fragments_in_any_order_and_more_than_once_become_the_datagram(long seed) {
        List<Packet> pieces = new ArrayList<>(Fragments.cut(datagram(), 100, false));
        Packet last = pieces.remove(pieces.size() - 1);
        pieces.addAll(List.copyOf(pieces));
        Collections.shuffle(pieces, new Random(seed));
        pieces.forEach(p -> assertThat(add(p)).isNotInstanceOf(Reassembly.Whole.class));
        assertThat(add(last)).isInstanceOfSatisfying(Reassembly.Whole.class, whole -> {
            assertThat(whole.skb().packet()).isEqualTo(datagram());
            assertThat(whole.skb().parts().largest()).isEqualTo(100);
        });
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "'0-400', 80-160, what it brings is here already",
        "'0-400', 0-400, what it brings is here already",
        "'0-400 400-480', 392-408, what it brings is here already",
        "'0-400', 392-480, it overlaps what is here of its datagram: all its fragments are thrown away",
        "'0-80 160-240', 72-168, it overlaps what is here of its datagram: all its fragments are thrown away",
        "'640-800', 640-792 last, it does not fit the length of its datagram: all its fragments are thrown away"
    })
    void what_does_not_fit_is_refused(String before, String then, String why) {
        for (String part : before.split(" ", -1)) {
            add(part(datagram(), part));
        }
        String[] words = then.split(" ", -1);
        Packet next = part(datagram(), words[0]);
        assertThat(add(words.length > 1 ? last(next) : next))
                .isInstanceOfSatisfying(Reassembly.Refused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    private static Packet part(Packet packet, String ends) {
        String[] numbers = ends.split("-", -1);
        return Fragments.part(packet, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** The same fragment, but said to be the last. */
    private static Packet last(Packet fragment) {
        byte[] bytes = fragment.bytes();
        bytes[6] &= ~0x20;
        return Packet.of(bytes);
    }
}
