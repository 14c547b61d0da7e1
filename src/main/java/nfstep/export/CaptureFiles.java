package nfstep.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.packet.Bytes;
import nfstep.packet.PcapFile;
import nfstep.packet.PcapRecord;
import nfstep.packet.PcapWriter;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.trace.Walk;

/** The captures that a lab made, as pcap files. */
public final class CaptureFiles {
    /** One capture: the name that the lab gave it, and the bytes of its file. */
    public record Capture(String name, Bytes bytes) {}

    private record Seen(long micros, Skb skb) {}

    private CaptureFiles() {}

    /** All captures that saw a packet, in the order of their first one. */
    public static List<Capture> of(Walk walk) {
        Map<String, List<Seen>> seen = new LinkedHashMap<>();
        long now = walk.start().now();
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            now = after(event, now);
            if (event instanceof PathEvent.Captured captured) {
                seen.computeIfAbsent(captured.capture(), name -> new ArrayList<>())
                        .add(new Seen(now / 1000, captured.skb()));
            }
        }
        List<Capture> captures = new ArrayList<>();
        seen.forEach((name, packets) -> captures.add(new Capture(name, Bytes.of(PcapWriter.write(file(packets))))));
        return captures;
    }

    private static long after(Event event, long now) {
        long time = now;
        for (Change change : event.changes()) {
            time = change instanceof Change.TimeSet set ? set.nanos() : time;
        }
        return time;
    }

    /** With link headers, if each packet has one. */
    private static PcapFile file(List<Seen> packets) {
        boolean framed = packets.stream().allMatch(p -> p.skb().ethernet().isPresent());
        List<PcapRecord> records = packets.stream()
                .map(p -> PcapRecord.of(
                        p.micros(), framed ? frame(p.skb()) : p.skb().packet().bytes()))
                .toList();
        return new PcapFile(framed ? PcapFile.ETHERNET : PcapFile.RAW, records);
    }

    private static byte[] frame(Skb skb) {
        return skb.ethernet().orElseThrow().frame(skb.packet());
    }
}
