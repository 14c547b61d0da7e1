package nfstep.host;

import java.util.Locale;

/** What a network device is, as {@code ip link add ... type} names it. */
public enum LinkKind {
    LOOPBACK,
    VETH,
    BRIDGE,
    DUMMY,
    VLAN;

    /** The word that ip(8) prints and reads. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether frames that leave by a device of this kind carry an Ethernet header. */
    public boolean isEthernet() {
        return this != LOOPBACK;
    }
}
