package nfstep.trace;

/** Towards the end of a walk or towards its start. */
public enum Way {
    FORWARD(1),
    BACK(-1);

    private final int sign;

    Way(int sign) {
        this.sign = sign;
    }

    /** 1 or -1. */
    int sign() {
        return sign;
    }
}
