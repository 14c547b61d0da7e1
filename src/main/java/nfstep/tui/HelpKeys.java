package nfstep.tui;

/** The keys that move the help. */
final class HelpKeys {
    private static final int PAGE = 10;

    private HelpKeys() {}

    static boolean scrolls(Key key) {
        return by(key) != 0;
    }

    static int scrolled(int row, Key key) {
        return Math.max(0, row + by(key));
    }

    private static int by(Key key) {
        return switch (key.name()) {
            case "Down", "j" -> 1;
            case "Up", "k" -> -1;
            case "PgDn", "C-d" -> PAGE;
            case "PgUp", "C-u" -> -PAGE;
            default -> 0;
        };
    }
}
