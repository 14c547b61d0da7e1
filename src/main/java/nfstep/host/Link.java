package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.MacAddress;

/**
 * A network device of one namespace.
 *
 * @param index the kernel's ifindex, 1 is the loopback device
 * @param mtu in bytes, 68 at least
 * @param up whether it was set up ({@code IFF_UP})
 * @param carrier whether something is at its other end, {@code netif_carrier_ok}
 * @param port what it is to a bridge that it is a port of
 * @param peer the other end, for a veth
 * @param vlan what it is cut from, for a vlan
 * @param bridge what is set of it, for a bridge; of no meaning for others
 */
public record Link(
        int index,
        String name,
        LinkKind kind,
        MacAddress mac,
        int mtu,
        boolean up,
        boolean carrier,
        Optional<BridgePort> port,
        Optional<LinkEnd> peer,
        Optional<Vlan> vlan,
        BridgeOptions bridge) {
    /** Longest device name that Linux allows ({@code IFNAMSIZ} less one). */
    public static final int MAX_NAME = 15;
    /** The MTU of an Ethernet device that nobody set. */
    public static final int DEFAULT_MTU = 1500;
    /** The smallest MTU of an Ethernet device ({@code ETH_MIN_MTU}). */
    public static final int MIN_MTU = 68;

    private static final int LOOPBACK_MTU = 65536;
    private static final int MAX_MTU = 65535;

    /**
     * What a vlan is cut from.
     *
     * @param parent the index of the device below
     * @param id the tag, 0 to 4094
     */
    public record Vlan(int parent, int id) {
        public Vlan {
            if (id < 0 || id > 4094) {
                throw new IllegalArgumentException("vlan id out of range 0-4094: " + id);
            }
        }
    }

    public Link {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a device name: " + name);
        }
        if (index < 1 || mtu < MIN_MTU || mtu > maxMtu(kind)) {
            throw new IllegalArgumentException("device " + name + ": index " + index + ", mtu " + mtu);
        }
    }

    /** Whether Linux takes that name for a device: {@code net/core/dev.c}, {@code dev_valid_name}. */
    public static boolean isName(String text) {
        boolean dots = text.equals(".") || text.equals("..");
        return !text.isEmpty()
                && text.length() <= MAX_NAME
                && !dots
                && text.chars().noneMatch(c -> c == '/' || c == ':' || c <= ' ' || c == 0x7f);
    }

    /** A device that nobody touched yet. */
    public static Link fresh(int index, String name, LinkKind kind, MacAddress mac) {
        return new Link(
                index,
                name,
                kind,
                mac,
                kind == LinkKind.LOOPBACK ? LOOPBACK_MTU : DEFAULT_MTU,
                false,
                kind != LinkKind.VETH && kind != LinkKind.VLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BridgeOptions.USUAL);
    }

    /** The largest MTU that a device of that kind can have. */
    public static int maxMtu(LinkKind kind) {
        return kind == LinkKind.LOOPBACK ? Integer.MAX_VALUE : MAX_MTU;
    }

    /** Whether frames pass: it is up and has a carrier ({@code IFF_LOWER_UP}). */
    public boolean isRunning() {
        return up && carrier;
    }

    /** The index of the bridge that this device is a port of. */
    public OptionalInt master() {
        return port.isPresent() ? OptionalInt.of(port.get().bridge()) : OptionalInt.empty();
    }

    /** Whether it is a port of the bridge with that index. */
    public boolean isPortOf(int index) {
        return port.isPresent() && port.get().bridge() == index;
    }

    /** This device under another name. */
    public Link withName(String other) {
        return new Link(index, other, kind, mac, mtu, up, carrier, port, peer, vlan, bridge);
    }

    /** This device, up or down. */
    public Link withUp(boolean other) {
        return new Link(index, name, kind, mac, mtu, other, carrier, port, peer, vlan, bridge);
    }

    /** This device, with or without carrier. */
    public Link withCarrier(boolean other) {
        return new Link(index, name, kind, mac, mtu, up, other, port, peer, vlan, bridge);
    }

    /** This device with another MTU in bytes. */
    public Link withMtu(int other) {
        return new Link(index, name, kind, mac, other, up, carrier, port, peer, vlan, bridge);
    }

    /** This device with another link-layer address. */
    public Link withMac(MacAddress other) {
        return new Link(index, name, kind, other, mtu, up, carrier, port, peer, vlan, bridge);
    }

    /** This device as a port of a bridge. */
    public Link withPort(BridgePort other) {
        return new Link(index, name, kind, mac, mtu, up, carrier, Optional.of(other), peer, vlan, bridge);
    }

    /** This device as a port of no bridge. */
    public Link withoutPort() {
        return new Link(index, name, kind, mac, mtu, up, carrier, Optional.empty(), peer, vlan, bridge);
    }

    /** This bridge with other options. */
    public Link withBridge(BridgeOptions other) {
        return new Link(index, name, kind, mac, mtu, up, carrier, port, peer, vlan, other);
    }

    /** This device with another veth peer, as when the peer moves to another namespace. */
    public Link withPeer(LinkEnd other) {
        return new Link(index, name, kind, mac, mtu, up, carrier, port, Optional.of(other), vlan, bridge);
    }

    /** This device as one that is cut from another. */
    public Link withVlan(Vlan other) {
        return new Link(index, name, kind, mac, mtu, up, carrier, port, peer, Optional.of(other), bridge);
    }

    /** This device under another index, as when it moves to another namespace. */
    public Link withIndex(int other) {
        return new Link(other, name, kind, mac, mtu, up, carrier, port, peer, vlan, bridge);
    }
}
