package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;

/** Docker 28 and 29: moby, {@code daemon/libnetwork/drivers/bridge/internal/iptabler}. */
final class RulesSince28 implements DockerRules {
    private static final String FORWARD = "DOCKER-FORWARD";
    private static final String INTERNAL = "DOCKER-INTERNAL";

    @Override
    public String start(BridgeNetwork bridge, boolean dropsForwarded) {
        String br = bridge.bridge();
        return String.join(
                "\n",
                "iptables-restore --noflush <<'END'",
                "*nat",
                ":DOCKER - [0:0]",
                "-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER",
                "-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER",
                "-I POSTROUTING -s " + bridge.subnet() + " ! -o " + br + " -j MASQUERADE",
                "COMMIT",
                "*filter",
                (dropsForwarded ? ":FORWARD DROP [0:0]\n" : "") + ":DOCKER - [0:0]",
                ":DOCKER-BRIDGE - [0:0]",
                ":DOCKER-CT - [0:0]",
                ":DOCKER-FORWARD - [0:0]",
                ":DOCKER-INTERNAL - [0:0]",
                ":DOCKER-USER - [0:0]",
                "-I FORWARD -j DOCKER-USER",
                "-I FORWARD 2 -j DOCKER-FORWARD",
                "-A DOCKER ! -i " + br + " -o " + br + " -j DROP",
                "-A DOCKER-BRIDGE -o " + br + " -j DOCKER",
                "-A DOCKER-CT -o " + br + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-A DOCKER-FORWARD -j DOCKER-CT",
                "-A DOCKER-FORWARD -j DOCKER-INTERNAL",
                "-A DOCKER-FORWARD -j DOCKER-BRIDGE",
                "-A DOCKER-FORWARD -i " + br + " -j ACCEPT",
                "COMMIT",
                "END");
    }

    @Override
    public List<RuleLine> network(BridgeNetwork network) {
        String br = network.bridge();
        if (network.internal()) {
            return internal(network);
        }
        List<RuleLine> lines = new ArrayList<>();
        if (network.kind().masquerade()) {
            String source = "-s " + network.subnet() + " ! -o " + br + " -j MASQUERADE";
            lines.add(RuleLine.insert("nat", "POSTROUTING", 1, source));
        }
        lines.add(RuleLine.append("filter", "DOCKER", "! -i " + br + " -o " + br + " -j DROP"));
        lines.add(RuleLine.append("filter", "DOCKER-BRIDGE", "-o " + br + " -j DOCKER"));
        String answers = "-o " + br + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT";
        lines.add(RuleLine.append("filter", "DOCKER-CT", answers));
        if (network.kind().icc()) {
            lines.add(RuleLine.append("filter", FORWARD, "-i " + br + " -j ACCEPT"));
        } else {
            lines.add(RuleLine.append("filter", FORWARD, "-i " + br + " -o " + br + " -j DROP"));
            lines.add(RuleLine.append("filter", FORWARD, "-i " + br + " ! -o " + br + " -j ACCEPT"));
        }
        return lines;
    }

    private static List<RuleLine> internal(BridgeNetwork network) {
        String br = network.bridge();
        String verdict = network.kind().icc() ? "ACCEPT" : "DROP";
        return List.of(
                RuleLine.insert("filter", INTERNAL, 1, "! -d " + network.subnet() + " -i " + br + " -j DROP"),
                RuleLine.insert("filter", INTERNAL, 1, "! -s " + network.subnet() + " -o " + br + " -j DROP"),
                RuleLine.append("filter", FORWARD, "-i " + br + " -o " + br + " -j " + verdict));
    }

    /** Nobody outside of the bridge sends to the container's own address. */
    @Override
    public List<RuleLine> endpoint(Endpoint endpoint) {
        return endpoint.network().internal()
                ? List.of()
                : List.of(RuleLine.append(
                        "raw",
                        "PREROUTING",
                        "-d " + endpoint.address() + "/32 ! -i " + endpoint.bridge() + " -j DROP"));
    }

    @Override
    public List<RuleLine> port(Endpoint endpoint, PublishedPort port) {
        String br = endpoint.bridge();
        String self = endpoint.address().toString();
        List<RuleLine> lines = new ArrayList<>();
        lines.add(RuleLine.append(
                "nat",
                "DOCKER",
                port.onAddress() + "! -i " + br + " " + port.match(port.hostPort()) + " -j DNAT --to-destination "
                        + self + ":" + port.containerPort()));
        lines.add(RuleLine.insert(
                "filter",
                "DOCKER",
                1,
                "-d " + self + "/32 ! -i " + br + " -o " + br + " " + port.match(port.containerPort()) + " -j ACCEPT"));
        if (port.address().isLoopback()) {
            lines.add(RuleLine.append(
                    "raw", "PREROUTING", port.onAddress() + "! -i lo " + port.match(port.hostPort()) + " -j DROP"));
        }
        return lines;
    }
}
