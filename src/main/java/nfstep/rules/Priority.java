package nfstep.rules;

/** Where in a hook's list a function stands, lower first: {@code enum nf_ip_hook_priorities}. */
public final class Priority {
    public static final int RAW_BEFORE_DEFRAG = -450;
    public static final int CONNTRACK_DEFRAG = -400;
    public static final int RAW = -300;
    public static final int CONNTRACK = -200;
    public static final int MANGLE = -150;
    public static final int NAT_DST = -100;
    public static final int FILTER = 0;
    public static final int SECURITY = 50;
    public static final int NAT_SRC = 100;
    /** That of iptables-nft 1.8.9: {@code iptables/nft.c}, {@code xtables_ipv4}. */
    public static final int SECURITY_OF_NFT = 150;

    public static final int CONNTRACK_CONFIRM = Integer.MAX_VALUE;

    private Priority() {}
}
