package nfstep.tui;

/** A frame around a rectangle. */
record Box(Canvas canvas, Rect rect, Role role) {
    void draw(Line title, Line footer) {
        if (rect.width() < 2 || rect.height() < 2) {
            return;
        }
        edges();
        corners();
        Line shownTitle = fitted(title);
        canvas.print(rect.x() + 2, rect.y(), shownTitle);
        Line shownFooter = fitted(footer);
        canvas.print(rect.right() - 2 - shownFooter.width(), rect.bottom() - 1, shownFooter);
    }

    private Line fitted(Line label) {
        return label.shortened(rect.width() - 4, canvas.glyphs().get(Glyph.ELLIPSIS));
    }

    private void edges() {
        for (int x = rect.x(); x < rect.right(); x++) {
            canvas.put(x, rect.y(), Glyph.HORIZONTAL, role);
            canvas.put(x, rect.bottom() - 1, Glyph.HORIZONTAL, role);
        }
        for (int y = rect.y(); y < rect.bottom(); y++) {
            canvas.put(rect.x(), y, Glyph.VERTICAL, role);
            canvas.put(rect.right() - 1, y, Glyph.VERTICAL, role);
        }
    }

    private void corners() {
        canvas.put(rect.x(), rect.y(), Glyph.TOP_LEFT, role);
        canvas.put(rect.right() - 1, rect.y(), Glyph.TOP_RIGHT, role);
        canvas.put(rect.x(), rect.bottom() - 1, Glyph.BOTTOM_LEFT, role);
        canvas.put(rect.right() - 1, rect.bottom() - 1, Glyph.BOTTOM_RIGHT, role);
    }
}
