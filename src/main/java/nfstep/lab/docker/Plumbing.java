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

    /** A namespace with nothing but its loopback device. */
    static List<String> namespace(String name) {
        return List.of("ip netns add " + name, "ip -n " + name + " link set lo up");
    }

    static List<String> connect(String container, Endpoint endpoint) {
        String veth = endpoint.device();
        String inside = "ip -n " + container + " ";
        BridgeNetwork network = endpoint.network();
        String device = endpoint.inside();
        return List.of(
                "ip link add " + veth + " type veth peer name " + device + " netns " + container,
                "ip link set " + veth + " master " + network.bridge(),
                "ip link set " + veth + " up",
                inside + "link set " + device + " address " + mac(endpoint.address()),
                inside + "addr add " + endpoint.address() + "/"
                        + network.subnet().length() + " brd " + network.subnet().broadcast() + " dev " + device,
                inside + "link set " + device + " up");
    }

    static String defaultRoute(String container, Endpoint endpoint) {
        return "ip -n " + container + " route replace default via "
                + endpoint.network().gateway();
    }

    static String proxy(Endpoint endpoint, PublishedPort port) {
        return "docker-proxy -proto " + port.protocol() + " -host-ip " + port.address() + " -host-port "
                + port.hostPort() + " -container-ip " + endpoint.address() + " -container-port "
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
