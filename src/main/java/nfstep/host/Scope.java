package nfstep.host;

/** How far an address or route reaches: {@code rt_scope_t}, rtnetlink(7). */
public enum Scope {
    UNIVERSE(0, "global"),
    SITE(200, "site"),
    LINK(253, "link"),
    HOST(254, "host"),
    NOWHERE(255, "nowhere");

    private final int number;
    private final String word;

    Scope(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The kernel's number; a larger one reaches less far. */
    public int number() {
        return number;
    }

    /** The word that ip(8) prints and reads. */
    public String word() {
        return word;
    }
}
