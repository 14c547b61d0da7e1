package nfstep.tui;

/** The panes, in the order of their numbers. */
public enum PaneName {
    RULES(1, "rules", "the chain that the packet is in"),
    STEPS(2, "steps", "all steps of the walk"),
    CONNTRACK(3, "conntrack", "the connections of the namespace"),
    PACKET(4, "packet", "the packet: fields and bytes"),
    OUTPUT(5, "output", "what commands printed"),
    ROUTES(6, "routes", "addresses, policy rules and routes of the namespace"),
    TABLES(7, "tables", "all rules of the namespace, with their counters"),
    BREAKS(8, "breaks", "breakpoints");

    private final int number;
    private final String label;
    private final String help;

    PaneName(int number, String label, String help) {
        this.number = number;
        this.label = label;
        this.help = help;
    }

    /** The word in the pane's title. */
    public String label() {
        return label;
    }

    /** What it shows. */
    public String help() {
        return help;
    }

    /** Its number, from 1, which is also its key. */
    public int number() {
        return number;
    }

    /** Whether it shares its place with others where there is not room for all. */
    public boolean isSide() {
        return this != RULES && this != STEPS && this != PACKET;
    }

    /** The pane that many places further, round and round. */
    public PaneName next(int places) {
        return values()[Math.floorMod(number - 1 + places, values().length)];
    }
}
