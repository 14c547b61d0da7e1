package nfstep.lab.fuzz;

import java.util.List;

/**
 * A namespace beside the host, on a network of its own.
 *
 * @param device of the host that leads to it
 * @param own the device's name on its side
 * @param hostAddress the host's address on that network
 * @param addresses its own, the first one is its usual
 * @param network such as {@code 192.168.1.0/24}
 * @param mute whether it drops what it gets before its stack could answer
 */
record Site(
        String name,
        String device,
        String own,
        String hostAddress,
        List<String> addresses,
        String network,
        boolean mute) {
    Site {
        addresses = List.copyOf(addresses);
    }

    /** The link-layer address of one end of the cable: 1 is the host's. */
    String mac(int end) {
        return "02:00:00:00:0" + name.length() + ":0" + end;
    }

    /** A command in that namespace. */
    String run(String command) {
        return "ip netns exec " + name + " " + command;
    }
}
