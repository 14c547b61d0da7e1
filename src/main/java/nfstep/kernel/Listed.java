package nfstep.kernel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackLine;

/**
 * A line of {@code conntrack -L}, reduced to what a kernel repeats from run to run.
 *
 * @param seconds that are left
 * @param text the line without them, without the ids of echo requests and the number of users
 */
record Listed(long seconds, String text) implements Comparable<Listed> {
    private static final Pattern LINE = Pattern.compile("(\\S+ +\\d+) (\\d+) (.*)");
    private static final Pattern CHANGING = Pattern.compile(" (id|use)=\\d+");
    private static final Pattern COUNTED = Pattern.compile(" (packets|bytes)=\\d+");

    /** The line as it is compared. */
    static Listed of(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return new Listed(0, line.strip());
        }
        String text = matcher.group(1) + " " + matcher.group(3);
        return new Listed(
                Long.parseLong(matcher.group(2)), CHANGING.matcher(text).replaceAll(""));
    }

    /** The line of a connection as it is compared, whatever time is left to it. */
    static Listed of(Connection connection) {
        return of(ConntrackLine.print(connection, connection.expiresAt()));
    }

    /** The lines of a table as they are compared, sorted. */
    static List<Listed> of(List<String> lines) {
        return lines.stream()
                .map(Listed::of)
                .filter(l -> !l.isUnasked())
                .sorted()
                .toList();
    }

    /** The text without what was counted. */
    String uncounted() {
        return COUNTED.matcher(text).replaceAll("");
    }

    /** The line to read. */
    String shown() {
        return text + " (" + seconds + " s)";
    }

    /** Whether stacks made it unasked. */
    boolean isUnasked() {
        return text.contains(" dst=224.0.0.22 ") || text.contains(" dst=ff02:");
    }

    /** Whether the kernel's time may have run up to this from the model's: it may be ahead by so many seconds. */
    boolean admits(Listed model, long drift) {
        long late = model.seconds - seconds;
        return late >= -1 && late <= drift + 1;
    }

    /** Whether a connection of the model may have expired on a kernel whose time may be ahead by so many seconds. */
    boolean mayBeOver(long drift) {
        return seconds <= drift && text.contains("src=");
    }

    @Override
    public int compareTo(Listed other) {
        int byText = text.compareTo(other.text);
        return byText != 0 ? byText : Long.compare(seconds, other.seconds);
    }
}
