package nfstep.lab.docker;

import nfstep.packet.IpAddress;

/**
 * A port of a container that is reached by a port of the host.
 *
 * @param protocol tcp or udp
 * @param address the address of the host, unspecified for all of them
 * @param hostPort 0 until one is chosen
 */
public record PublishedPort(String protocol, IpAddress address, int hostPort, int containerPort) {
    /** This port at another number on the host. */
    PublishedPort at(int number) {
        return new PublishedPort(protocol, address, number, containerPort);
    }

    /** The conditions on a packet to that port, as iptables writes them. */
    String match(int port) {
        return "-p " + protocol + " -m " + protocol + " --dport " + port;
    }

    /** The condition on the host's address, with a blank behind it; empty for any. */
    String onAddress() {
        return address.isUnspecified() ? "" : "-d " + address + "/32 ";
    }

    boolean isTaken(PublishedPort other) {
        boolean meets = address.isUnspecified() || other.address.isUnspecified() || address.equals(other.address);
        return meets && hostPort == other.hostPort && protocol.equals(other.protocol);
    }
}
