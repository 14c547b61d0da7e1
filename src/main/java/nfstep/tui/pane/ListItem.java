package nfstep.tui.pane;

/** An item of a list in plain text: {@code - one}, {@code * one}, {@code 1. one} or {@code 1) one}. */
final class ListItem {
    private ListItem() {}

    /** Whether a text begins as an item does. */
    static boolean begins(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String signs = at == 0 ? "-*" : ".)";
        return at + 1 < text.length() && signs.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
    }
}
