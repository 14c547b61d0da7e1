package nfstep.host;

/** What a network device is, as {@code ip link add ... type} names it. */
public enum LinkKind {
    LOOPBACK,
    VETH,
    BRIDGE,
    DUMMY,
    VLAN;

    /** Whether frames that leave by a device of this kind carry an Ethernet header. */
    public boolean isEthernet() {
        return this != LOOPBACK;
    }
}
