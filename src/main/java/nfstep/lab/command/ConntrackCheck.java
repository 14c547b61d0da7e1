package nfstep.lab.command;

import java.util.List;

/** {@code expect conntrack 'PART'}: a line of {@code conntrack -L} has that part; or none has. */
final class ConntrackCheck {
    private ConntrackCheck() {}

    static ExpectCommand.Check read(CommandLine line, boolean wanted) {
        String part = line.word(2, "a part of a line of conntrack -L").text();
        Options.none().read(line, 1).atMost(2);
        return session -> {
            List<String> lines = ConntrackTableText.lines(session, line.namespace());
            boolean holds = lines.stream().anyMatch(l -> l.contains(part)) == wanted;
            String seen = lines.isEmpty() ? "the table is empty" : String.join("; ", lines);
            return new Session.Verdict(holds, holds ? "" : seen);
        };
    }
}
