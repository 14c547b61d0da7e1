package nfstep.trace.json;

/** What makes a file no trace; caught where the file is read, and told to the user with its place. */
final class Damaged extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    /**
     * @param path of the value, such as {@code $.events[3].skb}
     */
    Damaged(String path, String problem) {
        super(shortened(path) + ": " + shortened(problem));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
