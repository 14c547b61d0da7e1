package nfstep.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of iptables with the hooks that each has chains for: {@code iptable_*.c}. */
public enum TableName {
    RAW(Priority.RAW),
    MANGLE(Priority.MANGLE),
    NAT(Priority.NAT_DST),
    FILTER(Priority.FILTER),
    SECURITY(Priority.SECURITY);

    private final int priority;

    TableName(int priority) {
        this.priority = priority;
    }

    /** The hooks at which this table has a built-in chain, in the order in which iptables prints them. */
    public List<Hook> hooks() {
        return switch (this) {
            case RAW -> List.of(Hook.PREROUTING, Hook.OUTPUT);
            case MANGLE -> List.of(Hook.values());
            case NAT -> List.of(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);
            case FILTER, SECURITY -> List.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);
        };
    }

    /** The priority of this table's function at that hook. */
    public int priority(Hook hook, Backend backend) {
        if (this == SECURITY && backend == Backend.NFT) {
            return Priority.SECURITY_OF_NFT;
        }
        if (this == NAT && (hook == Hook.POSTROUTING || hook == Hook.INPUT)) {
            return Priority.NAT_SRC;
        }
        return priority;
    }

    /** The name that iptables knows it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table of that name, if there is one. */
    public static Optional<TableName> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }
}
