package nfstep.tui.term;

import java.io.IOException;

/** The line settings of the terminal, as stty(1) reads and writes them. */
interface Stty {
    /** Takes the settings that keys need: every key at once, none of them echoed, none of them a signal. */
    Before raw() throws IOException;

    /** Gives the settings back. */
    void restore(Before before) throws IOException;

    /** The size now. */
    Size size() throws IOException;

    /** The settings and the size before {@link #raw}. */
    record Before(String settings, Size size) {}

    /** Columns and rows. */
    record Size(int columns, int rows) {
        /** What a terminal has that does not know. */
        static final Size USUAL = new Size(80, 24);

        /** Reads {@code ROWS COLUMNS}, as stty(1) prints them; a serial line may know neither. */
        static Size parse(String text) throws IOException {
            String[] words = text.strip().split(" ", -1);
            try {
                Size size = new Size(Integer.parseInt(words[1]), Integer.parseInt(words[0]));
                return size.columns < 1 || size.rows < 1 ? USUAL : size;
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException("stty printed no size but '" + text + "'", e);
            }
        }
    }
}
