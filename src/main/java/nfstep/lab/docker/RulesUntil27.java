package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * Docker 18.09 to 27: libnetwork, {@code drivers/bridge/setup_ip_tables.go}, {@code iptables/iptables.go}, {@code
 * firewall_linux.go}.
 */
final class RulesUntil27 implements DockerRules {
    private static final String STAGE_1 = "DOCKER-ISOLATION-STAGE-1";
    private static final String STAGE_2 = "DOCKER-ISOLATION-STAGE-2";
    private static final int BEHIND_USER_AND_ISOLATION = 3;

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
                "-A DOCKER -i " + br + " -j RETURN",
                "COMMIT",
                "*filter",
                (dropsForwarded ? ":FORWARD DROP [0:0]\n" : "") + ":DOCKER - [0:0]",
                ":" + STAGE_1 + " - [0:0]",
                ":" + STAGE_2 + " - [0:0]",
                ":DOCKER-USER - [0:0]",
                "-I FORWARD -j DOCKER-USER",
                "-I FORWARD 2 -j " + STAGE_1,
                "-I FORWARD 3 -o " + br + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-I FORWARD 4 -o " + br + " -j DOCKER",
                "-I FORWARD 5 -i " + br + " ! -o " + br + " -j ACCEPT",
                "-I FORWARD 6 -i " + br + " -o " + br + " -j ACCEPT",
                "-A " + STAGE_1 + " -i " + br + " ! -o " + br + " -j " + STAGE_2,
                "-A " + STAGE_1 + " -j RETURN",
                "-A " + STAGE_2 + " -o " + br + " -j DROP",
                "-A " + STAGE_2 + " -j RETURN",
                "-A DOCKER-USER -j RETURN",
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
            lines.add(RuleLine.insert("nat", "DOCKER", 1, "-i " + br + " -j RETURN"));
        }
        List<String> forward = List.of(
                "-o " + br + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-o " + br + " -j DOCKER",
                "-i " + br + " ! -o " + br + " -j ACCEPT");
        for (int i = 0; i < forward.size(); i++) {
            lines.add(RuleLine.insert("filter", "FORWARD", BEHIND_USER_AND_ISOLATION + i, forward.get(i)));
        }
        lines.add(among(network, BEHIND_USER_AND_ISOLATION + forward.size()));
        lines.add(RuleLine.insert("filter", STAGE_1, 1, "-i " + br + " ! -o " + br + " -j " + STAGE_2));
        lines.add(RuleLine.insert("filter", STAGE_2, 1, "-o " + br + " -j DROP"));
        return lines;
    }

    /** {@code setIcc}: the containers of a network among each other. */
    private static RuleLine among(BridgeNetwork network, int place) {
        String both = "-i " + network.bridge() + " -o " + network.bridge();
        return network.kind().icc()
                ? RuleLine.insert("filter", "FORWARD", place, both + " -j ACCEPT")
                : RuleLine.append("filter", "FORWARD", both + " -j DROP");
    }

    /** {@code setupInternalNetworkRules}. */
    private static List<RuleLine> internal(BridgeNetwork network) {
        String br = network.bridge();
        return List.of(
                RuleLine.insert("filter", STAGE_1, 1, "! -d " + network.subnet() + " -i " + br + " -j DROP"),
                RuleLine.insert("filter", STAGE_1, 1, "! -s " + network.subnet() + " -o " + br + " -j DROP"),
                among(network, BEHIND_USER_AND_ISOLATION));
    }

    @Override
    public List<RuleLine> endpoint(Endpoint endpoint) {
        return List.of();
    }

    @Override
    public List<RuleLine> port(Endpoint endpoint, PublishedPort port) {
        String br = endpoint.bridge();
        String self = endpoint.address() + "/32";
        return List.of(
                RuleLine.append(
                        "nat",
                        "DOCKER",
                        port.onAddress() + "! -i " + br + " " + port.match(port.hostPort())
                                + " -j DNAT --to-destination " + endpoint.address() + ":" + port.containerPort()),
                RuleLine.append(
                        "filter",
                        "DOCKER",
                        "-d " + self + " ! -i " + br + " -o " + br + " " + port.match(port.containerPort())
                                + " -j ACCEPT"),
                RuleLine.append(
                        "nat",
                        "POSTROUTING",
                        "-s " + self + " -d " + self + " " + port.match(port.containerPort()) + " -j MASQUERADE"));
    }
}
