package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.tui.Canvas;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.Prompt;
import nfstep.tui.Rect;
import nfstep.tui.Role;

/** The row for what commands say and for the command line; what is longer lies over the panes until the next key. */
record MessageArea(Model model, Canvas canvas) {
    private static final int MOST_FOR_PROBLEM = 3;

    void draw(int y) {
        if (model.prompt().isPresent()) {
            prompt(model.prompt().get(), y);
        } else if (model.working().isPresent() && model.message().text().isEmpty()) {
            canvas.row(y, Line.of(" " + model.working().get() + "; C-c interrupts", Role.PROMPT));
        } else {
            message(rows(), y);
        }
    }

    private void prompt(Prompt prompt, int y) {
        if (!model.message().text().isEmpty()) {
            above(y);
        }
        int room = canvas.width() - 2;
        int start = Math.max(0, prompt.cursor() - room);
        canvas.row(
                y,
                Line.of(String.valueOf(prompt.kind().sign()), Role.PROMPT)
                        .plus(prompt.text().substring(start)));
        canvas.cursor(1 + prompt.cursor() - start, y);
    }

    /** What is said of the command, with a mark over a place that is wrong, above the command line. */
    private void above(int prompt) {
        List<Line> rows = rows();
        int count = Math.min(MOST_FOR_PROBLEM, rows.size());
        int mark = model.message().caret() < 0 ? 0 : 1;
        for (int i = 0; i < count; i++) {
            canvas.row(prompt - mark - count + i, rows.get(i));
        }
        if (mark > 0) {
            canvas.row(prompt - 1, Line.of(" ".repeat(model.message().caret() + 1) + "v", Role.ERROR));
        }
    }

    private void message(List<Line> rows, int y) {
        if (rows.size() == 1) {
            canvas.row(y, rows.get(0));
            return;
        }
        int shown = Math.min(rows.size(), canvas.height() / 2);
        Rect box = new Rect(0, y - shown - 1, canvas.width(), shown + 2);
        String footer = shown < rows.size() ? (rows.size() - shown) + " rows more, Esc closes" : "Esc closes";
        canvas.box(box, Line.EMPTY, Line.of(footer, Role.TITLE), true);
        Canvas inside = canvas.within(box.inner());
        for (int i = 0; i < shown; i++) {
            inside.row(i, rows.get(i));
        }
    }

    /** A line that begins with blanks quotes something and is kept as it is. */
    private List<Line> rows() {
        Role role = model.message().isError() ? Role.ERROR : Role.TEXT;
        List<Line> rows = new ArrayList<>();
        for (String text : model.message().text().split("\n", -1)) {
            Line line = Line.of(text, role);
            List<Line> parts = text.startsWith(" ") ? List.of(line) : line.wrapped(Math.max(1, canvas.width() - 4));
            parts.forEach(part -> rows.add(Line.of(" ").plus(part)));
        }
        return rows;
    }
}
