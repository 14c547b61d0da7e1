package nfstep.tui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was typed before, kept apart by kind. */
final class Histories {
    private final Map<Prompt.Kind, List<String>> lines = new EnumMap<>(Prompt.Kind.class);

    /** An empty line with the earlier ones to be recalled. */
    Prompt prompt(Prompt.Kind kind) {
        return Prompt.open(kind, lines.getOrDefault(kind, List.of()));
    }

    /** Keeps a line, unless it is the one before. */
    void add(Prompt prompt) {
        List<String> known = lines.computeIfAbsent(prompt.kind(), kind -> new ArrayList<>());
        if (known.isEmpty() || !known.get(known.size() - 1).equals(prompt.text())) {
            known.add(prompt.text());
        }
    }
}
