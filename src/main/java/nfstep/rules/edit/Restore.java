package nfstep.rules.edit;

import java.util.List;
import java.util.Optional;
import nfstep.rules.TableName;

/**
 * One table of an {@code iptables-restore} text: many changes that take place at once or not at all;
 * {@code iptables-restore.c}.
 *
 * @param keep {@code --noflush}: whether what the table held is kept
 */
public record Restore(TableName table, boolean keep, List<Line> lines) implements TableEdit {
    /**
     * One line between the table's name and COMMIT.
     *
     * @param number from 1
     */
    public record Line(int number, TableEdit edit) {}

    public Restore {
        lines = List.copyOf(lines);
    }

    /** The text as {@code iptables-restore --counters} reads it. */
    @Override
    public String toSyntax() {
        StringBuilder text = new StringBuilder("*").append(table.word()).append('\n');
        lines.forEach(line -> text.append(line.edit().toSyntax()).append('\n'));
        return text.append("COMMIT\n").toString();
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!keep) {
            draft.names().forEach(draft::flush);
            draft.regularNames().forEach(draft::remove);
        }
        for (Line line : lines) {
            Optional<String> refusal = line.edit().change(draft);
            if (refusal.isPresent()) {
                return refusal.map(it -> "line " + line.number() + ": " + it);
            }
        }
        return Optional.empty();
    }
}
