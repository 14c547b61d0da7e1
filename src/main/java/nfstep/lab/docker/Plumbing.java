package nfstep.lab.docker;

import java.util.HexFormat;
import java.util.List;
import nfstep.packet.IpAddress;

/** The {@code ip} commands that make and remove bridges and the devices of containers. */
final class Plumbing {
    private Plumbing() {}

    static List<String> bridge(BridgeNetwork network) {
        String bridge = network.bridge();
        return List.of(
                "ip link add " + bridge + " type bridge",
                "ip link set " + bridge + " address " + mac(network.gateway()),
                "ip addr add " + network.gateway() + "/" + network.subnet().length() + " brd "
                        + network.subnet().broadcast() + " dev " + bridge,
                "ip link set " + bridge + " up");
    }

    static List<String> connect(Container container) {
        String veth = container.device();
        String inside = "ip -n " + container.name() + " ";
        BridgeNetwork network = container.network();
        return List.of(
                "ip netns add " + container.name(),
                "ip link add " + veth + " type veth peer name eth0 netns " + container.name(),
                "ip link set " + veth + " master " + network.bridge(),
                "ip link set " + veth + " up",
                inside + "link set lo up",
                inside + "link set eth0 address " + mac(container.address()),
                inside + "addr add " + container.address() + "/"
                        + network.subnet().length() + " brd " + network.subnet().broadcast() + " dev eth0",
                inside + "link set eth0 up",
                inside + "route add default via " + network.gateway());
    }

    static List<String> disconnect(Container container) {
        return List.of("ip link del " + container.device(), "ip netns del " + container.name());
    }

    static String proxy(Container container, PublishedPort port) {
        return "docker-proxy -proto " + port.protocol() + " -host-ip " + port.address() + " -host-port "
                + port.hostPort() + " -container-ip " + container.address() + " -container-port "
                + port.containerPort() + " &";
    }

    static String endProxy(PublishedPort port) {
        return "fuser -k " + port.hostPort() + "/" + port.protocol();
    }

    /** Docker's old way: 02:42 and the address. */
    private static String mac(IpAddress address) {
        return "02:42:" + HexFormat.ofDelimiter(":").formatHex(address.bytes());
    }
}
