package nfstep.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mistake that the suite must notice: one piece of source that says something else.
 *
 * @param mistake what is wrong then, as a sentence
 * @param before a piece of the file's text that stands there once
 */
record Mutation(String mistake, Path file, String before, String after) {
    private static final Path LIST = Path.of("src/test/resources/mutations.txt");
    private static final int LINES = 4;

    /** All of them: a sentence, a file, the text before and the text after, each on a line of its own. */
    static List<Mutation> all() throws IOException {
        List<String> lines = Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i + LINES <= lines.size(); i += LINES) {
            Path file = Path.of("src/main/java/nfstep", lines.get(i + 1));
            mutations.add(new Mutation(
                    lines.get(i),
                    file,
                    lines.get(i + 2).substring(2),
                    lines.get(i + 3).substring(2)));
        }
        return mutations;
    }

    /** How often the piece stands in its file. */
    int places() throws IOException {
        String text = Files.readString(file);
        int found = 0;
        for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
            found++;
        }
        return found;
    }

    /** The file's text with the mistake. */
    String applied() throws IOException {
        return Files.readString(file).replace(before, after);
    }
}
