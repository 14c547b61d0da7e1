package nfstep.state;

import nfstep.rules.Chance;

/** What is drawn at random and may be chosen by a lab. */
public enum DrawKind {
    /** Where NAT begins to search a port, an id or a key: {@code nf_nat_l4proto_unique_tuple}, {@code nf_nat_exp_find_port}. */
    NAT("nat", "NAT draws", "NAT draws where a rule says --random or what it wants is taken", 0, 0xffff),

    /** The source port of a program that asks for any: {@code ip_local_port_range}. */
    PORT("port", "a program draws its port", "nc, curl and traceroute draw where they are not told", 32768, 60999),

    /** The id of echo requests: iputils, {@code ping_common.c}; here not 0. */
    ID("id", "a program draws the id of echo requests", "ping draws without -e, and traceroute with -I", 1, 0xffff),

    /** The first sequence number of one end of a TCP connection: {@code secure_tcp_seq}. */
    ISN(
            "isn",
            "TCP draws its first sequence number",
            "each end of a TCP connection of nc and curl draws",
            0,
            0xffff_ffffL),

    /** A {@link Chance} for a packet that comes to {@code -m statistic --mode random}: {@code xt_statistic.c}. */
    STATISTIC(
            "statistic",
            "-m statistic draws",
            "-m statistic --mode random draws for each packet that comes to it, unless its probability is 0 or 1",
            0,
            Chance.ONE - 1),

    /** For how many seconds a neighbour that answers is believed: {@code neigh_rand_reach_time}; 30 where nobody chose. */
    REACHABLE(
            "reachable",
            "ARP draws the seconds for which a neighbour is believed",
            "a namespace draws when a neighbour answers its ARP",
            15,
            44);

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

    /** A number of this kind as a lab writes it. */
    public String text(long number) {
        return this == STATISTIC ? new Chance(number).toString() : Long.toString(number);
    }

    /** What may ever be drawn, such as {@code 1-9}. */
    public String range() {
        return this == STATISTIC ? "0 to 1" : least + "-" + most;
    }

    /** On what occasion somebody draws, as a sentence. */
    public String when() {
        return when;
    }

    /** The lowest number that may ever be drawn. */
    public long least() {
        return least;
    }

    /** How many there are, or {@link Integer#MAX_VALUE} if there are more. */
    public int count() {
        return (int) Math.min(most - least + 1, Integer.MAX_VALUE);
    }

    /** The highest number that may ever be drawn. */
    public long most() {
        return most;
    }
}
