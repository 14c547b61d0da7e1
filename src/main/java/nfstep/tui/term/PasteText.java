package nfstep.tui.term;

/** Collects what is pasted, up to the terminal's end mark. */
final class PasteText {
    static final String BEGIN = "\033[200~";

    private static final String END = "\033[201~";
    /** What is more than this is dropped: nobody pastes it on purpose. */
    private static final int LONGEST = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private int matched;

    /** Takes a character in; whether it completes the end mark. */
    boolean ends(char c) {
        if (c == END.charAt(matched)) {
            matched++;
            return matched == END.length();
        }
        keep(END.substring(0, matched));
        matched = c == END.charAt(0) ? 1 : 0;
        if (matched == 0) {
            keep(String.valueOf(c));
        }
        return false;
    }

    /** The text with line feeds for the carriage returns that terminals send, and a fresh start. */
    String take() {
        String taken = text.toString().replace("\r\n", "\n").replace('\r', '\n');
        text.setLength(0);
        matched = 0;
        return taken;
    }

    private void keep(String more) {
        if (text.length() + more.length() <= LONGEST) {
            text.append(more);
        }
    }
}
