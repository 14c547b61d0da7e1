package nfstep.rules;

/** What carries out the rules of iptables in a kernel: {@code ip_tables}, or {@code nf_tables} with {@code nft_compat}. */
public enum Backend {
    LEGACY("legacy"),
    NFT("nft");

    private final String word;

    Backend(String word) {
        this.word = word;
    }

    /** {@code legacy} or {@code nft}. */
    public String word() {
        return word;
    }

    /** The program that makes its rules, such as {@code iptables-nft}. */
    public String program() {
        return "iptables-" + word;
    }
}
