package nfstep.rules.xt;

/** How the matches ttl and hl compare a number: {@code IPT_TTL_EQ} and its kind. */
enum Comparison {
    EQUAL("eq", "=="),
    NOT_EQUAL("eq", "!="),
    LESS("lt", "<"),
    GREATER("gt", ">");

    private final String ending;
    private final String sign;

    Comparison(String ending, String sign) {
        this.ending = ending;
        this.sign = sign;
    }

    /** The comparison behind an option's ending. */
    static Comparison of(String ending, boolean inverted) {
        return switch (ending) {
            case "lt" -> LESS;
            case "gt" -> GREATER;
            default -> inverted ? NOT_EQUAL : EQUAL;
        };
    }

    /** Whether it holds between what a packet has and what a rule wants. */
    boolean holds(int seen, int wanted) {
        return switch (this) {
            case EQUAL -> seen == wanted;
            case NOT_EQUAL -> seen != wanted;
            case LESS -> seen < wanted;
            case GREATER -> seen > wanted;
        };
    }

    /** The option as iptables-save prints it. */
    String option(String prefix, int wanted) {
        return Parts.option(this == NOT_EQUAL, prefix + "-" + ending, Integer.toString(wanted));
    }

    /** The sign of mathematics, as a listing prints it. */
    String sign() {
        return sign;
    }
}
