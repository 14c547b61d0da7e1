package nfstep.lab;

/** Changes the text of a lab as a walk grows or ends early. */
final class LabText {
    private LabText() {}

    /** The text with one more command. */
    static String append(String text, String command) {
        boolean open = !text.isEmpty() && !text.endsWith("\n");
        return text + (open ? "\n" : "") + command + "\n";
    }

    /** The text with every line from that one on as a comment. */
    static String comment(String text, int from) {
        String[] lines = text.split("\n", -1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            boolean command = i >= from - 1 && !(last && lines[i].isEmpty());
            out.append(command ? "# " : "").append(lines[i]).append(last ? "" : "\n");
        }
        return out.toString();
    }
}
