package nfstep.conntrack;

/**
 * The partition of the table that a connection lives in, conntrack zones.
 *
 * @param id 0 to 65535, 0 where none was set
 * @param original whether the zone counts in the original direction
 * @param reply whether it counts in the reply direction
 */
public record Zone(int id, boolean original, boolean reply) {
    /** The zone of a packet for which none was set. */
    public static final Zone DEFAULT = new Zone(0, true, true);

    public Zone {
        if (id < 0 || id > 0xffff) {
            throw new IllegalArgumentException("zone out of range 0-65535: " + id);
        }
    }

    /** The number that tuples of that direction are looked up under. */
    public int idFor(Direction direction) {
        boolean counts = direction == Direction.ORIGINAL ? original : reply;
        return counts ? id : 0;
    }
}
