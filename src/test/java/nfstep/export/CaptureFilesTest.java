package nfstep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.PathEvent;
import nfstep.packet.EthernetHeader;
import nfstep.packet.MacAddress;
import nfstep.packet.PcapFile;
import nfstep.packet.PcapReader;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.trace.Samples;
import nfstep.trace.WalkBuilder;
import org.junit.jupiter.api.Test;

class CaptureFilesTest {
    private static final EthernetHeader HEADER = new EthernetHeader(new MacAddress(1), new MacAddress(2), 0x0800);

    @Test
    void each_capture_has_its_packets_with_their_times() throws Exception {
        WalkBuilder walk = new WalkBuilder().sent(Samples.PING);
        walk.add(captured(walk, "b.pcap", walk.skb()))
                .add(new CommandEvent.TimePassed(0, 1_500_000_000L))
                .add(captured(walk, "a.pcap", walk.skb()))
                .add(captured(walk, "b.pcap", walk.skb()));
        List<CaptureFiles.Capture> files = CaptureFiles.of(walk.walk());
        assertThat(files).extracting(CaptureFiles.Capture::name).containsExactly("b.pcap", "a.pcap");
        PcapFile file = PcapReader.read(files.get(0).bytes().toArray());
        assertThat(file.linkType()).isEqualTo(PcapFile.RAW);
        assertThat(file.records()).extracting(r -> r.micros()).containsExactly(0L, 1_500_000L);
        assertThat(file.records().get(0).packet(PcapFile.RAW)).contains(Samples.PING);
    }

    @Test
    void frames_keep_their_link_header() throws Exception {
        WalkBuilder walk = new WalkBuilder().sent(Samples.PING);
        Skb framed = walk.skb().arriving(WalkBuilder.ETH0, Optional.of(HEADER), PacketType.HOST);
        walk.add(captured(walk, "a.pcap", framed));
        PcapFile file =
                PcapReader.read(CaptureFiles.of(walk.walk()).get(0).bytes().toArray());
        assertThat(file.linkType()).isEqualTo(PcapFile.ETHERNET);
        assertThat(file.records().get(0).packet(PcapFile.ETHERNET)).contains(Samples.PING);
    }

    private static PathEvent captured(WalkBuilder walk, String name, Skb skb) {
        return new PathEvent.Captured(walk.at(), name, WalkBuilder.ETH0, skb);
    }
}
