package nfstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of README.md: the lines of its {@code sh} blocks, as a reader would type them. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern DOCUMENT = Pattern.compile("<<'(\\w+)'$");
    private static final Pattern STATUS = Pattern.compile("# exits with (\\d+)");

    private Readme() {}

    /** One command and the status that its comment {@code # exits with N} promises. */
    public record Command(String line, int status) {
        /** Whether it builds the program that the others run. */
        public boolean builds() {
            return line.startsWith("mvn ");
        }
    }

    /** All commands in their order. */
    public static List<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            Iterator<String> lines = block.group(1).replace("\\\n", " ").lines().iterator();
            while (lines.hasNext()) {
                String line = whole(lines.next(), lines);
                if (!line.isBlank() && !line.startsWith("#")) {
                    commands.add(command(line));
                }
            }
        }
        return commands;
    }

    /** The whole text. */
    public static String text() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** A command with the here-document below it, if it has one. */
    private static String whole(String first, Iterator<String> lines) {
        Matcher document = DOCUMENT.matcher(first);
        if (!document.find()) {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        String line = "";
        while (!line.equals(document.group(1))) {
            line = lines.next();
            all.append('\n').append(line);
        }
        return all.toString();
    }

    private static Command command(String line) {
        Matcher status = STATUS.matcher(line);
        return new Command(line, status.find() ? Integer.parseInt(status.group(1)) : 0);
    }
}
