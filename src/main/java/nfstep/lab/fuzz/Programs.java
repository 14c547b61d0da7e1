package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs beside the packets that are made by hand: servers that take datagrams and say nothing, and ping. */
record Programs(Draw draw, Topology topology) {
    /** Ports that servers wait on; often none. */
    List<String> servers() {
        List<String> commands = new ArrayList<>();
        if (draw.chance(25)) {
            for (int i = draw.between(1, 3); i > 0; i--) {
                String server = "docker-proxy -proto udp -host-ip 0.0.0.0 -host-port " + draw.of(53, 69, 4001)
                        + " -container-ip 10.0.0.9 -container-port 53 &";
                commands.add(
                        draw.chance(60) ? server : draw.one(topology.sites()).run(server));
            }
        }
        return commands;
    }

    /** A request that takes up to a second; only where time passes anyway. */
    Optional<String> ping(Pace pace) {
        if (pace != Pace.LASTING || !draw.chance(4)) {
            return Optional.empty();
        }
        String ping = "ping -c1 -W1 " + topology.address(draw);
        return Optional.of(draw.chance(50) ? ping : draw.one(topology.sites()).run(ping));
    }
}
