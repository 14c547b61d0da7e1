package nfstep.conntrack;

/** What an ICMP packet is before any connection of its own is looked up: {@code nf_conntrack_handle_icmp}. */
public sealed interface IcmpRelation {
    /** A message that is looked up by its own tuple, as any other packet. */
    record Ordinary() implements IcmpRelation {}

    /** Neighbour discovery and multicast listeners, which are never tracked. */
    record Untracked(String why) implements IcmpRelation {}

    /** It is INVALID. */
    record Refused(String why) implements IcmpRelation {}

    /**
     * It is an error about a connection, which it does not renew.
     *
     * @param inner the tuple of the packet that it quotes
     */
    record Related(Connection connection, CtInfo info, Tuple inner) implements IcmpRelation {}
}
