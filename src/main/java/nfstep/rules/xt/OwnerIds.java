package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The users or groups from the first to the last: {@code libxt_owner.c}, {@code owner_parse_range}.
 *
 * @param first 32 bits without sign, as the last one
 */
record OwnerIds(boolean inverted, long first, long last) {
    private static final long MOST = 0xffff_fffeL;

    /** The names that stand for a number on every host. */
    private record Named(String user, String group, long id) {
        String name(boolean ofGroup) {
            return ofGroup ? group : user;
        }
    }

    private static final List<Named> NAMES =
            List.of(new Named("root", "root", 0), new Named("nobody", "nogroup", 65_534));

    OwnerIds {
        if (first < 0 || first > last || last > MOST) {
            throw new IllegalArgumentException("not a range of users: " + first + "-" + last);
        }
    }

    /** Reads a name or {@code n} or {@code first-last}; a colon will do, too. */
    static OwnerIds read(Reading reading, OptionUse use) {
        boolean ofGroup = use.option().startsWith("gid");
        Optional<Named> named =
                NAMES.stream().filter(it -> it.name(ofGroup).equals(use.word())).findFirst();
        if (named.isPresent()) {
            return new OwnerIds(use.inverted(), named.get().id(), named.get().id());
        }
        String[] ends = use.word().split("[-:]", 2);
        long first = number(reading, use, ends[0]);
        long last = ends.length == 1 ? first : number(reading, use, ends[1]);
        if (first > last) {
            reading.refuse(use, "goes down from " + first + " to " + last + ": write the lower number first");
        }
        return new OwnerIds(use.inverted(), Math.min(first, last), last);
    }

    private static long number(Reading reading, OptionUse use, String word) {
        OptionalLong number = Numbers.parse(word);
        if (number.isEmpty() || number.getAsLong() > MOST) {
            reading.refuse(
                    use,
                    "takes a number, two with a dash between, or root, not " + Quoting.quote(use.word())
                            + ": other names of this host are not known here");
            return 0;
        }
        return number.getAsLong();
    }

    /** Whether the user or group, 32 bits without sign, is one of them, or none of them where inverted. */
    boolean holds(int id) {
        long unsigned = Integer.toUnsignedLong(id);
        return (unsigned >= first && unsigned <= last) != inverted;
    }

    /** The number, or the first and the last with a dash between. */
    String text() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    /** As a listing shows them. */
    String listing(boolean ofGroup, boolean numeric) {
        return NAMES.stream()
                .filter(it -> !numeric && first == last && it.id() == first)
                .map(it -> it.name(ofGroup))
                .findFirst()
                .orElseGet(this::text);
    }
}
