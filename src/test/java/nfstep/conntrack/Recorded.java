package nfstep.conntrack;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nfstep.packet.Packet;

/**
 * What a kernel made of packets, one a line: seconds since the start, the packet, its state, and the connection after
 * it as {@code conntrack -L} lists it without the tuples.
 */
final class Recorded {
    private static final Map<String, String> STATES =
            Map.of("NEW", "NEW", "ESTABLISHED", "EST", "INVALID", "INV", "RELATED", "REL");

    private Recorded() {}

    /** Replays all flows and tells where this table differs. */
    static List<String> differences(List<String> lines) {
        List<String> differences = new ArrayList<>();
        Tracked tracked = new Tracked(ConntrackSettings.defaults());
        boolean inStep = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("flow")) {
                tracked = new Tracked(settings(line));
                inStep = true;
            } else if (inStep && !line.startsWith("#")) {
                String difference = difference(tracked, line);
                inStep = difference.isEmpty();
                if (!inStep) {
                    differences.add("line " + (i + 1) + ": " + difference);
                }
            }
        }
        return differences;
    }

    private static ConntrackSettings settings(String line) {
        ConntrackSettings settings = ConntrackSettings.defaults().with("acct", 1);
        for (String word : line.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                settings = settings.with(word.substring(0, equals), Long.parseLong(word.substring(equals + 1)));
            }
        }
        return settings;
    }

    private static String difference(Tracked tracked, String line) {
        String[] words = line.split(" ", 4);
        Packet packet = Packet.of(HexFormat.of().parseHex(words[1]));
        long now = (long) (Double.parseDouble(words[0]) * 1e9);
        tracked.at(now);
        String before = listing(tracked, now);
        String state = STATES.getOrDefault(tracked.receive(packet).name(), "?");
        String listing = listing(tracked, now);
        boolean same = state.equals(words[2]) && isAlike(listing, words[3]);
        return same
                ? ""
                : packet + " in " + before + "\n  kernel " + words[2] + " " + words[3] + "\n  here   " + state + " "
                        + listing;
    }

    private static String listing(Tracked tracked, long now) {
        if (tracked.table().all().isEmpty()) {
            return "-";
        }
        return tracked.table().all().stream()
                .map(c -> withoutTuples(ConntrackLine.print(c, now)))
                .collect(Collectors.joining(" "));
    }

    private static String withoutTuples(String line) {
        return line.replaceAll(" +", " ")
                .replaceAll("^\\w+ \\d+ ", "")
                .replaceAll("(src|dst|sport|dport|mark|use)=\\S+ ?", "")
                .strip();
    }

    /** Alike but for a second, since a clock ran while the packet was on its way. */
    private static boolean isAlike(String here, String kernel) {
        String[] a = here.split(" ", 2);
        String[] b = kernel.split(" ", 2);
        if (a.length < 2 || b.length < 2) {
            return here.equals(kernel);
        }
        long difference = Long.parseLong(a[0]) - Long.parseLong(b[0]);
        return difference >= -1 && difference <= 1 && a[1].equals(b[1]);
    }
}
