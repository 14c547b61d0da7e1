package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;

/** Docker 28 and 29: moby, {@code daemon/libnetwork/drivers/bridge/internal/iptabler}. */
final class RulesSince28 implements DockerRules {
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
        return List.of(
                RuleLine.insert("nat", "POSTROUTING", 1, "-s " + network.subnet() + " ! -o " + br + " -j MASQUERADE"),
                RuleLine.append("filter", "DOCKER", "! -i " + br + " -o " + br + " -j DROP"),
                RuleLine.append("filter", "DOCKER-BRIDGE", "-o " + br + " -j DOCKER"),
                RuleLine.append(
                        "filter", "DOCKER-CT", "-o " + br + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"),
                RuleLine.append("filter", "DOCKER-FORWARD", "-i " + br + " -j ACCEPT"));
    }

    /** Nobody outside of the bridge sends to the container's own address. */
    @Override
    public List<RuleLine> container(Container container) {
        return List.of(RuleLine.append(
                "raw", "PREROUTING", "-d " + container.address() + "/32 ! -i " + container.bridge() + " -j DROP"));
    }

    @Override
    public List<RuleLine> port(Container container, PublishedPort port) {
        String br = container.bridge();
        List<RuleLine> lines = new ArrayList<>();
        lines.add(RuleLine.append(
                "nat",
                "DOCKER",
                port.onAddress() + "! -i " + br + " " + port.match(port.hostPort()) + " -j DNAT --to-destination "
                        + container.address() + ":" + port.containerPort()));
        lines.add(RuleLine.insert(
                "filter",
                "DOCKER",
                1,
                "-d " + container.address() + "/32 ! -i " + br + " -o " + br + " " + port.match(port.containerPort())
                        + " -j ACCEPT"));
        if (port.address().isLoopback()) {
            lines.add(RuleLine.append(
                    "raw", "PREROUTING", port.onAddress() + "! -i lo " + port.match(port.hostPort()) + " -j DROP"));
        }
        return lines;
    }
}
