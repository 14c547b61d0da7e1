package nfstep.parse;

/**
 * The text that a command reads from the lines below it.
 *
 * @param text every line with its line end
 * @param firstLine the number of its first line in the lab
 */
public record HereDocument(String text, int firstLine) {
    public HereDocument {
        if (firstLine < 1) {
            throw new IllegalArgumentException("lines are counted from 1: " + firstLine);
        }
    }
}
