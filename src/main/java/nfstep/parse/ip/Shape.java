package nfstep.parse.ip;

/** How devices and addresses are listed: ip(8), the options {@code -oneline} and {@code -brief}. */
enum Shape {
    /** A record takes several lines. */
    LINES,
    /** A record takes one line; a backslash stands where a line would end. */
    ONE_LINE,
    /** A line for each device, in columns. */
    BRIEF;

    private static final String END = "\n";

    /** A record of several lines as it is printed in this shape. */
    String of(String record) {
        if (this != ONE_LINE) {
            return record;
        }
        String all = record.endsWith(END) ? record.substring(0, record.length() - 1) : record;
        return all.replace(END, "\\") + END;
    }
}
