package nfstep.parse.iptables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nfstep.Run;

/** The real iptables-legacy, in a network namespace that is thrown away: needs root. */
final class LegacyMachine {
    private static final String MARK = "@@nfstep";

    private LegacyMachine() {}

    /**
     * What one command did.
     *
     * @param saved what iptables-legacy-save prints afterwards, without comments
     */
    record Answer(int status, String out, String saved, String err) {}

    /** Runs command lines one after the other in one namespace. */
    static List<Answer> run(Path folder, List<String> lines) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("export XTABLES_LOCKFILE=" + folder.resolve("lock") + "\n");
        for (String line : lines) {
            script.append(legacy(line)).append(" 2>" + folder.resolve("err") + "; status=$?\n");
            script.append("echo ")
                    .append(MARK)
                    .append("; echo $status; ")
                    .append(line.startsWith("ip6") ? "ip6" : "ip")
                    .append("tables-legacy-save -c | grep -v '^#'\n");
            script.append("echo ")
                    .append(MARK)
                    .append("; cat " + folder.resolve("err") + "; echo ")
                    .append(MARK)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("script"), script);
        Run.Outcome outcome = Run.in(folder).command("unshare", "-n", "bash", file);
        return answers(outcome.out());
    }

    private static String legacy(String line) {
        return line.replaceFirst("^(ip6?tables)\\b", "$1-legacy");
    }

    private static List<Answer> answers(String out) {
        String[] parts = out.split(MARK + "\n", -1);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i + 2 < parts.length; i += 3) {
            int end = parts[i + 1].indexOf('\n');
            int status = Integer.parseInt(parts[i + 1].substring(0, end));
            answers.add(new Answer(status, parts[i], parts[i + 1].substring(end + 1), parts[i + 2]));
        }
        return answers;
    }
}
