package nfstep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;
import nfstep.source.Span;

/**
 * The text of {@code iptables-save} as a lab: the devices that its rules name are made, with addresses that the rules
 * tell or that are guessed, so that a packet can be sent at once.
 *
 * @param lab the lab
 * @param linesBefore how many lines of it stand before the text
 * @param proposal a packet to begin with
 */
record SavedRules(SourceText lab, int linesBefore, String proposal) {
    private static final Pattern DEVICE = Pattern.compile("(?:^|\\s)-(?:i|o) (\\S+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@-]{1,15}");
    /** How iptables-restore names the line of what it refuses. */
    private static final Pattern TOLD_LINE = Pattern.compile("iptables-restore: line ([0-9]{1,8}):? ");

    private static final int MOST = 60;

    /** Whether a text is what {@code iptables-save} prints: its first line that is no comment names a table. */
    static boolean isSavedRules(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .findFirst()
                .filter(l -> l.matches("\\*[a-z]+"))
                .isPresent();
    }

    /** The lab of a saved text: devices, addresses, forwarding, the rules. */
    static SavedRules of(SourceText saved) {
        List<GuessedDevice> devices = devices(saved.text());
        List<String> lines = new ArrayList<>();
        lines.add("# The rules of " + saved.name().replaceAll("\\p{Cntrl}", "?"));
        lines.add("# Their devices were made from the names in the rules. Routes and addresses are GUESSED:");
        devices.forEach(device -> lines.add("#   " + device.told()));
        lines.add(
                "# 'ip addr' and 'ip route', typed behind :, change them. Send a packet from a namespace net1, net2,");
        lines.add("# ..., which is what lies behind a device, or from this host.");
        devices.forEach(device -> lines.addAll(device.commands()));
        lines.add("sysctl -w net.ipv4.ip_forward=1");
        lines.add("iptables-restore <<'END_OF_RULES'");
        int before = lines.size();
        lines.add(saved.text().stripTrailing());
        lines.add("END_OF_RULES");
        String proposal = devices.isEmpty()
                ? "send tcp 127.0.0.1:40000 127.0.0.1:22 flags S"
                : devices.get(0).proposal();
        return new SavedRules(new SourceText(saved.name(), String.join("\n", lines) + "\n"), before, proposal);
    }

    /** A problem of the lab as one of the text that was saved. */
    Diagnostic inSavedText(Diagnostic problem) {
        Span span = problem.span();
        if (span.line() > linesBefore) {
            return at(new Span(span.line() - linesBefore, span.column(), span.length()), problem.message(), problem);
        }
        Matcher told = TOLD_LINE.matcher(problem.message());
        if (span.line() < linesBefore || !told.lookingAt()) {
            return problem;
        }
        int line = Integer.parseInt(told.group(1));
        int length = lab.line(linesBefore + line).length();
        return at(new Span(line, 1, length), problem.message().substring(told.end()), problem);
    }

    private Diagnostic at(Span span, String message, Diagnostic problem) {
        String line = lab.line(linesBefore + span.line());
        return new Diagnostic(problem.code(), problem.source(), span, line, message, problem.hint());
    }

    /** The devices that rules name, a {@code +} at the end taken for a number. */
    private static List<GuessedDevice> devices(String text) {
        Map<String, GuessedDevice> devices = new LinkedHashMap<>();
        Matcher matcher = DEVICE.matcher(text);
        while (matcher.find() && devices.size() < MOST) {
            String word = matcher.group(1);
            String name = word.endsWith("+") ? word.substring(0, word.length() - 1) + "0" : word;
            if (NAME.matcher(name).matches() && !name.equals("lo") && !devices.containsKey(name)) {
                devices.put(name, GuessedDevice.of(name, devices.size() + 1, text));
            }
        }
        return List.copyOf(devices.values());
    }
}
