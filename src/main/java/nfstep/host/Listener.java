package nfstep.host;

import nfstep.packet.IpAddress;

/**
 * A socket that waits for packets.
 *
 * @param protocol IP protocol number, 6 or 17
 * @param address the unspecified address for any
 * @param owner the program, as a user would name it
 */
public record Listener(int protocol, IpAddress address, int port, String owner) {
    public Listener {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port out of range 1-65535: " + port);
        }
    }

    /** Whether a packet to that address and port is for this socket. */
    public boolean accepts(int packetProtocol, IpAddress destination, int destinationPort) {
        return protocol == packetProtocol
                && port == destinationPort
                && (address.isUnspecified() || address.equals(destination));
    }
}
