package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.MacAddress;

/**
 * A network device of one namespace.
 *
 * @param index the kernel's ifindex, 1 is the loopback device
 * @param mtu in bytes, 68 to 65536
 * @param master the index of the bridge that this device is a port of
 * @param peer the other end, for a veth
 */
public record Link(
        int index,
        String name,
        LinkKind kind,
        MacAddress mac,
        int mtu,
        boolean up,
        OptionalInt master,
        Optional<LinkEnd> peer) {
    /** Longest device name that Linux allows ({@code IFNAMSIZ} less one). */
    public static final int MAX_NAME = 15;

    public Link {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("device name must have 1 to 15 characters: " + name);
        }
        if (index < 1 || mtu < 68 || mtu > 65536) {
            throw new IllegalArgumentException("device " + name + ": index " + index + ", mtu " + mtu);
        }
    }

    /** This device under another name. */
    public Link withName(String other) {
        return new Link(index, other, kind, mac, mtu, up, master, peer);
    }

    /** This device, up or down. */
    public Link withUp(boolean other) {
        return new Link(index, name, kind, mac, mtu, other, master, peer);
    }

    /** This device with another MTU in bytes. */
    public Link withMtu(int other) {
        return new Link(index, name, kind, mac, other, up, master, peer);
    }

    /** This device with another link-layer address. */
    public Link withMac(MacAddress other) {
        return new Link(index, name, kind, other, mtu, up, master, peer);
    }

    /** This device as a port of the bridge with that index, or of none. */
    public Link withMaster(OptionalInt bridge) {
        return new Link(index, name, kind, mac, mtu, up, bridge, peer);
    }

    /** This device with another veth peer, as when the peer moves to another namespace. */
    public Link withPeer(LinkEnd other) {
        return new Link(index, name, kind, mac, mtu, up, master, Optional.of(other));
    }

    /** This device under another index, as when it moves to another namespace. */
    public Link withIndex(int other) {
        return new Link(other, name, kind, mac, mtu, up, master, peer);
    }
}
