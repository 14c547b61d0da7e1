package nfstep.state;

/** What is drawn at random and may be chosen by a lab. */
public enum DrawKind {
    /** Where NAT begins to search a port, an id or a key: {@code nf_nat_l4proto_unique_tuple}, {@code nf_nat_exp_find_port}. */
    NAT("nat", "NAT draws", "NAT draws where a rule says --random or what it wants is taken", 0, 0xffff);

    private final String word;
    private final String where;
    private final String when;
    private final long least;
    private final long most;

    DrawKind(String word, String where, String when, long least, long most) {
        this.word = word;
        this.where = where;
        this.when = when;
        this.least = least;
        this.most = most;
    }

    /** The name that a lab writes. */
    public String word() {
        return word;
    }

    /** Who draws, such as {@code NAT draws}. */
    public String where() {
        return where;
    }

    /** On what occasion somebody draws, as a sentence. */
    public String when() {
        return when;
    }

    /** The lowest number that may ever be drawn. */
    public long least() {
        return least;
    }

    /** The highest number that may ever be drawn. */
    public long most() {
        return most;
    }
}
