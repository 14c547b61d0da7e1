package nfstep.host.edit;

import java.util.Locale;

/** How a command puts an entry where one may be already, as {@code ip} calls it. */
public enum Write {
    /** Only if there is none. */
    ADD,
    /** Instead of one that is there, or as a new one. */
    REPLACE,
    /** Only instead of one that is there. */
    CHANGE,
    /** After those that are there. */
    APPEND,
    /** Before those that are there. */
    PREPEND;

    /** The word that ip(8) reads. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
