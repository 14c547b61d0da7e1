package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.rules.edit.Restore;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** Reads an {@code iptables-restore} text line by line; problems are gathered until there are many. */
final class RestoreReader {
    private static final int MOST_PROBLEMS = 20;

    private final IptablesRestore options;
    private final SourceText source;
    private final List<Restore> tables = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private List<Restore.Line> lines = new ArrayList<>();
    private Optional<TableName> table = Optional.empty();
    /** Whether the lines belong to a table that is not asked for. */
    private boolean skipping;

    private int number;

    RestoreReader(IptablesRestore options, SourceText source) {
        this.options = options;
        this.source = source;
    }

    Parsed<List<Restore>> read() {
        String text = source.text();
        int from = 0;
        while (from < text.length() && problems.size() < MOST_PROBLEMS) {
            int end = text.indexOf('\n', from);
            boolean last = end < 0;
            number++;
            line(text.substring(from, last ? text.length() : end), last);
            from = last ? text.length() : end + 1;
        }
        if (problems.isEmpty() && table.isPresent()) {
            number++;
            complain(Code.SYNTAX, "", "COMMIT expected at line " + number);
        }
        return problems.isEmpty() ? Parsed.of(List.copyOf(tables)) : Parsed.failed(problems);
    }

    private void line(String line, boolean last) {
        try {
            if (line.endsWith("\r")) {
                complain(Code.FORMAT, line, "the line ends with a carriage return, which belongs to its last word");
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                statement(line, last);
            }
        } catch (Problem problem) {
            problems.add(problem.diagnostic());
        }
    }

    private void statement(String line, boolean last) {
        if (table.isEmpty() && line.charAt(0) == '*') {
            begin(line);
        } else if (table.isEmpty()) {
            outside(line);
        } else if (line.equals("COMMIT") && !last) {
            commit();
        } else if (line.startsWith("*") || line.startsWith("COMMIT")) {
            complain(Code.SYNTAX, line, last ? "COMMIT without a line end" : "COMMIT expected before this line");
        } else {
            new RestoreLine(options, source, table.get(), number)
                    .read(line)
                    .ifPresent(it -> lines.add(new Restore.Line(number, it)));
        }
    }

    private void begin(String line) {
        List<Word> words = new RestoreWords(source, number, line, 1).read();
        if (words.isEmpty()) {
            complain(Code.SYNTAX, line, "table name invalid");
            return;
        }
        Input input = new Input(source, options.family(), words, Optional.empty());
        TableName name = Tables.read(input, words.get(0));
        skipping = options.only().isPresent() && options.only().get() != name;
        table = skipping ? Optional.empty() : Optional.of(name);
        lines = new ArrayList<>();
    }

    private void outside(String line) {
        if (!skipping) {
            complain(Code.SYNTAX, line, "the line belongs to no table: *TABLE expected before it");
        }
    }

    private void commit() {
        tables.add(new Restore(table.orElseThrow(), options.keep(), lines));
        table = Optional.empty();
    }

    private void complain(Code code, String line, String message) {
        problems.add(source.diagnostic(code, new Span(number, 1, line.length()), message));
    }
}
