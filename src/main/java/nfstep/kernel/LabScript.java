package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nfstep.parse.Assignment;
import nfstep.parse.LabLine;
import nfstep.parse.Word;

/** The commands of a lab as a shell script; every word is quoted, so that a shell can take it for nothing else. */
final class LabScript {
    private static final String END = "NFSTEP_END_OF_DOCUMENT";

    private LabScript() {}

    /** The script; what is about the model alone ({@code expect}) is left out. */
    static String of(List<LabLine> lines) {
        List<String> script = new ArrayList<>();
        for (LabLine line : lines) {
            List<Word> words = line.words();
            if (!words.get(0).is("expect")) {
                script.add(command(line));
                script.add("ip -o link >>links");
            }
        }
        return String.join("\n", script) + "\n";
    }

    private static String command(LabLine line) {
        String words = line.words().stream().map(w -> quoted(w.text())).collect(Collectors.joining(" "));
        String assignments = line.assignments().stream()
                .map((Assignment a) -> a.name() + "=" + quoted(a.value()) + " ")
                .collect(Collectors.joining());
        String command = assignments + words + " >>out 2>>err";
        if (line.document().isPresent()) {
            return command + " <<'" + END + "'\n" + line.document().get().text() + END;
        }
        return command + " </dev/null" + (line.background() ? " &" : "");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
