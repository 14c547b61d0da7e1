package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.rules.StatefulMatch.Lesson;
import nfstep.rules.StatefulMatch.Memory;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * The addresses that {@code -m recent} saw, with the times at which it did: {@code struct recent_table}.
 *
 * @param mask the bits that count of an address
 * @param ring how many times are kept of an address, a power of two
 * @param byAddress what is known of each
 * @param oldest the addresses by the turn at which each was seen last
 * @param turns how many turns there were
 */
public record RecentList(
        RecentMask mask, int ring, HashPMap<IpAddress, Entry> byAddress, TreePMap<Long, IpAddress> oldest, long turns)
        implements Memory {
    /** How many addresses a list holds: {@code ip_list_tot}. */
    private static final int MOST = 100;

    /**
     * One address: {@code struct recent_entry}.
     *
     * @param ttl of the packet that was seen last
     * @param stamps the times in jiffies, of which the oldest is overwritten once the ring is full
     * @param index where the next time goes
     * @param turn when it was seen last
     */
    public record Entry(int ttl, List<Long> stamps, int index, long turn) {
        public Entry {
            stamps = List.copyOf(stamps);
        }

        /** When it was seen last, in jiffies. */
        long last() {
            return stamps.get(index - 1);
        }

        private Entry seen(int newTtl, long now, int ring, long newTurn) {
            int at = index == ring ? 0 : index;
            List<Long> times = new ArrayList<>(stamps);
            if (at < times.size()) {
                times.set(at, now);
            } else {
                times.add(now);
            }
            return new Entry(newTtl, times, at + 1, newTurn);
        }
    }

    /**
     * What a packet taught: an address to forget first, then one to note.
     *
     * @param now in jiffies
     */
    public record Seen(Optional<IpAddress> forgotten, Optional<IpAddress> noted, int ttl, long now) implements Lesson {
        @Override
        public Memory after(@Nullable Memory before) {
            if (before == null) {
                throw new IllegalArgumentException("no list to note " + noted + " in");
            }
            RecentList list = (RecentList) before;
            RecentList less = forgotten.map(list::without).orElse(list);
            return noted.map(address -> less.with(address, ttl, now)).orElse(less);
        }
    }

    /** A list without an address. */
    static RecentList empty(RecentMask mask, int ring) {
        return new RecentList(mask, ring, HashTreePMap.empty(), TreePMap.empty(), 0);
    }

    /** This list as it is once so many times are kept: a list that must grow is emptied. */
    RecentList growing(int other) {
        return other > ring ? empty(mask, other) : this;
    }

    /** What is known of an address. */
    Optional<Entry> of(IpAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** The address that was not seen for the longest time. */
    Optional<IpAddress> least() {
        return oldest.isEmpty()
                ? Optional.empty()
                : Optional.of(oldest.firstEntry().getValue());
    }

    private RecentList without(IpAddress address) {
        Entry entry = byAddress.get(address);
        return entry == null
                ? this
                : new RecentList(mask, ring, byAddress.minus(address), oldest.minus(entry.turn()), turns);
    }

    private RecentList with(IpAddress address, int ttl, long now) {
        Entry known = byAddress.get(address);
        RecentList room = known == null && byAddress.size() >= MOST
                ? least().map(this::without).orElse(this)
                : without(address);
        Entry entry = known == null
                ? new Entry(ttl, Collections.singletonList(now), 1, turns)
                : known.seen(ttl, now, ring, turns);
        return new RecentList(
                mask, ring, room.byAddress().plus(address, entry), room.oldest().plus(turns, address), turns + 1);
    }
}
