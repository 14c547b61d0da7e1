package nfstep.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** What carries out the rules of iptables in a kernel: {@code ip_tables}, or {@code nf_tables} with {@code nft_compat}. */
public enum Backend {
    LEGACY("legacy"),
    NFT("nft");

    private final String word;

    Backend(String word) {
        this.word = word;
    }

    /** The backend with that word. */
    public static Optional<Backend> of(String word) {
        return Stream.of(values()).filter(b -> b.word.equals(word)).findFirst();
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
