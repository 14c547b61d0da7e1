package nfstep.bench;

import nfstep.engine.LocalOutput;
import nfstep.engine.Run;
import nfstep.engine.endpoint.Endpoints;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.state.World;

/** Packets through the OUTPUT chain of the model, with nobody who looks at its events. */
final class ModelSender {
    private static final Packet PACKET =
            Packets.udp(Ipv4Address.LOCALHOST, 4000, Ipv4Address.LOCALHOST, 9).build();

    private final World world;

    /** A host with these rules. */
    ModelSender(String rules) {
        world = Labs.walk("ip link set lo up\niptables-restore <<'END'\n" + rules + "END\n")
                .end()
                .world();
    }

    /** Nanoseconds that the model takes for one of so many packets. */
    double nanos(int packets) {
        Run run = new Run(world, 1, new Endpoints(), event -> {});
        long start = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            LocalOutput.send(run, "host", PACKET, LocalOutput.Sending.program("bench", 0));
            run.drain();
        }
        return (System.nanoTime() - start) / (double) packets;
    }
}
