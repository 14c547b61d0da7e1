package nfstep.tui;

/** The panes, in the order of their numbers. */
public enum PaneName {
    RULES(1, "rules"),
    STEPS(2, "steps"),
    CONNTRACK(3, "conntrack"),
    PACKET(4, "packet"),
    OUTPUT(5, "output");

    private final int number;
    private final String label;

    PaneName(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The word in the pane's title. */
    public String label() {
        return label;
    }

    /** Its number, from 1. */
    public int number() {
        return number;
    }

    /** The pane that many places further, round and round. */
    public PaneName next(int places) {
        int count = values().length;
        return values()[Math.floorMod(number - 1 + places, count)];
    }
}
