package nfstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import org.junit.jupiter.api.Test;

class PacketStoryTest {
    @Test
    void a_dropped_packet_says_where_and_why() {
        PacketStory story = PacketStory.all(Samples.jumps()).get(0);
        assertThat(story.packet()).isOne();
        assertThat(story.path()).isEqualTo("host");
        assertThat(story.verdict()).isEqualTo("dropped in host by filter/FORWARD:policy: policy DROP");
        assertThat(story.ending())
                .get()
                .extracting(PacketStory.Ending::position)
                .isEqualTo(Position.of(17));
    }

    @Test
    void a_packet_on_its_way_names_namespaces_and_devices() {
        Walk walk = new WalkBuilder()
                .sent(Samples.PING)
                .transmitted()
                .arrived(Samples.PING)
                .walk();
        PacketStory story = PacketStory.all(walk).get(0);
        assertThat(story.path()).isEqualTo("host (eth1) > host (eth0)");
        assertThat(story.verdict()).isEqualTo("still on its way");
    }

    @Test
    void an_answered_packet_names_its_answer() {
        WalkBuilder walk = new WalkBuilder().sent(Samples.PING);
        walk.add(new PathEvent.Delivered(walk.at(), "the stack"));
        var ids = walk.walk().end().world().ids();
        var at = new nfstep.event.At("host", ids.packet());
        walk.add(new PathEvent.Sent(at, walk.skb(), "echo reply", 1, ids.afterPacket()));
        assertThat(PacketStory.all(walk.walk()).get(0).verdict())
                .isEqualTo("delivered in host to the stack; answered by packet 2");
        assertThat(PacketStory.all(walk.walk()).get(1).answers()).isOne();
    }

    @Test
    void an_uncertain_packet_says_what_it_depends_on() {
        WalkBuilder walk = new WalkBuilder().sent(Samples.PING);
        walk.add(new RuleEvent.MetUnmodelled(walk.at(), walk.ref("FORWARD"), 4, "-m bpf", false));
        PacketStory story = PacketStory.all(walk.walk()).get(0);
        assertThat(story.isCertain()).isFalse();
        assertThat(story.verdict())
                .isEqualTo("UNCERTAIN: still on its way (rule 4 of filter/FORWARD depends on -m bpf)");
    }
}
