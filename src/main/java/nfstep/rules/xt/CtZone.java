package nfstep.rules.xt;

import java.util.OptionalLong;
import nfstep.conntrack.Zone;

/**
 * The zone that CT sets.
 *
 * @param id 0 to 65535
 * @param fromMark whether the packet's mark is the zone's number
 */
record CtZone(int id, boolean fromMark, boolean original, boolean reply) {
    private static final CtZone NONE = new CtZone(0, false, false, false);

    /** Reads the zone options in the order written: the last number counts, directions add up. */
    static CtZone read(Reading reading) {
        CtZone zone = NONE;
        for (OptionUse use : reading.setting().options()) {
            if (use.option().startsWith("zone")) {
                zone = zone.with(reading, use);
            }
        }
        return zone;
    }

    private CtZone with(Reading reading, OptionUse use) {
        boolean orig = original || use.option().equals("zone-orig");
        boolean repl = reply || use.option().equals("zone-reply");
        if (use.word().equalsIgnoreCase("mark")) {
            return new CtZone(0, true, orig, repl);
        }
        OptionalLong number = Numbers.parse(use.word());
        if (number.isEmpty() || number.getAsLong() > 0xffff) {
            reading.refuse(use, "takes a number from 0 to 65535 or mark, not " + Quoting.quote(use.word()));
            return NONE;
        }
        return new CtZone((int) number.getAsLong(), fromMark, orig, repl);
    }

    /** The zone for a packet with that mark. */
    Zone of(int mark) {
        boolean both = original == reply;
        return new Zone(fromMark ? mark & 0xffff : id, both || original, both || reply);
    }

    /** As iptables-save prints it; empty for zone 0. */
    String words(String start) {
        if (id == 0 && !fromMark) {
            return "";
        }
        String direction = original == reply ? "" : original ? "-orig" : "-reply";
        return start + "zone" + direction + " " + (fromMark ? "mark" : id);
    }
}
