package nfstep.lab.fuzz;

import java.util.List;

/**
 * A namespace beside the host, on a network that it has for itself or shares with its neighbour on a bridge of the host.
 *
 * @param port the host's end of the cable to it
 * @param device of the host that has the host's address there: the port, or the bridge that it belongs to
 * @param own the device's name on its side
 * @param hostAddress the host's address on that network
 * @param addresses its own, the first one is its usual
 * @param network such as {@code 192.168.1.0/24}
 * @param number of its own among all sites
 * @param mute whether it drops what it gets before its stack could answer
 */
record Site(
        String name,
        String port,
        String device,
        String own,
        String hostAddress,
        List<String> addresses,
        String network,
        int number,
        boolean mute) {
    Site {
        addresses = List.copyOf(addresses);
    }

    /** Whether a bridge of the host is between. */
    boolean isBridged() {
        return !port.equals(device);
    }

    /** Its own link-layer address. */
    String mac() {
        return "02:00:00:00:0" + number + ":02";
    }

    /** The link-layer address of the host on its network. */
    String hostMac() {
        return isBridged() ? Topology.BRIDGE_MAC : "02:00:00:00:0" + number + ":01";
    }

    /** A command in that namespace. */
    String run(String command) {
        return "ip netns exec " + name + " " + command;
    }
}
