package nfstep.rules.xt;

import nfstep.packet.IpAddress;

/** The bits of an address that count in a list, as the rule says that made it; of the other family all do. */
record RecentMask(IpAddress bits) {
    /** The address with the bits that count. */
    IpAddress of(IpAddress address) {
        return address.family() == bits.family() ? address.and(bits) : address;
    }
}
