package nfstep.lab.docker;

/**
 * A rule that is added, and later taken away again.
 *
 * @param table its name
 * @param place the number that it is inserted as; 0 to append it
 */
record RuleLine(String table, String chain, int place, String rule) {
    static RuleLine append(String table, String chain, String rule) {
        return new RuleLine(table, chain, 0, rule);
    }

    static RuleLine insert(String table, String chain, int place, String rule) {
        return new RuleLine(table, chain, place, rule);
    }

    private String program() {
        return "iptables" + (table.equals("filter") ? "" : " -t " + table);
    }

    /** The command that adds it. */
    String add() {
        String where = place == 0 ? " -A " + chain : " -I " + chain + (place == 1 ? "" : " " + place);
        return program() + where + " " + rule;
    }

    /** The command that takes it away. */
    String delete() {
        return program() + " -D " + chain + " " + rule;
    }
}
