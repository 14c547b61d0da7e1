package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.rules.StatefulMatch.Answer;
import nfstep.rules.xt.RecentList.Entry;
import nfstep.rules.xt.RecentMatch.Action;

/**
 * One packet against a list: {@code xt_recent.c}, {@code recent_mt}.
 *
 * @param address of the packet, without the bits that do not count
 * @param ttl of the packet
 * @param now in jiffies
 */
record RecentTest(RecentMatch match, RecentList list, IpAddress address, int ttl, long now) {
    /** The answer, given what is known of the address. */
    Answer answer(Optional<Entry> entry) {
        if (entry.isEmpty()) {
            return match.action() == Action.SET
                    ? new Answer(!match.inverted(), noted(), address + " is new in the list")
                    : new Answer(match.inverted(), nothing(), missing());
        }
        return switch (match.action()) {
            case SET -> new Answer(!match.inverted(), noted(), address + " is noted anew");
            case REMOVE -> new Answer(!match.inverted(), forgetting(address), address + " is forgotten");
            case RCHECK, UPDATE -> asked(entry.get());
        };
    }

    private String missing() {
        boolean other = match.condition().ttl() && list.of(address).isPresent();
        return address + (other ? " is in the list, but not with TTL " + ttl : " is not in the list");
    }

    private Answer asked(Entry entry) {
        long since = now - (match.condition().seconds() * Jiffies.HZ & 0xffff_ffffL);
        boolean limited = match.condition().seconds() != 0;
        long hits = entry.stamps().stream()
                .filter(stamp -> !limited || stamp >= since)
                .count();
        boolean enough = hits >= Math.max(match.condition().hits(), 1);
        boolean matched = enough != match.inverted();
        boolean updates = match.action() == Action.UPDATE && matched;
        Optional<IpAddress> reaped = match.condition().reap() ? reaped(since, updates) : Optional.empty();
        var lesson = new RecentList.Seen(reaped, updates ? Optional.of(address) : Optional.empty(), ttl, now);
        String when = limited ? " within " + match.condition().seconds() + " s" : "";
        return new Answer(matched, lesson, address + " was seen " + hits + (hits == 1 ? " time" : " times") + when);
    }

    /** {@code recent_entry_reap}: only the one that was not seen for longest, and not the one that is noted anew. */
    private Optional<IpAddress> reaped(long since, boolean updates) {
        return list.least()
                .filter(least -> !(updates && least.equals(address)))
                .filter(least -> list.of(least).orElseThrow().last() < since);
    }

    private RecentList.Seen noted() {
        return new RecentList.Seen(Optional.empty(), Optional.of(address), ttl, now);
    }

    private RecentList.Seen forgetting(IpAddress gone) {
        return new RecentList.Seen(Optional.of(gone), Optional.empty(), ttl, now);
    }

    private RecentList.Seen nothing() {
        return new RecentList.Seen(Optional.empty(), Optional.empty(), ttl, now);
    }
}
