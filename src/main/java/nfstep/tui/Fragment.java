package nfstep.tui;

/** A run of text in one role; what a terminal must not be sent is escaped on construction. */
public record Fragment(String text, Role role) {
    public Fragment {
        text = Columns.drawable(text);
    }

    /** The columns it takes. */
    public int width() {
        return Columns.of(text);
    }

    /** The same text in another role. */
    public Fragment in(Role other) {
        return new Fragment(text, other);
    }

    /** The part between two columns; half of a wide character becomes a space. */
    Fragment slice(int from, int to) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length() && column < to; i++) {
            char c = text.charAt(i);
            int end = column + Columns.of(c);
            if (column >= from && end <= to) {
                out.append(c);
            } else if (end > from) {
                out.append(' ');
            }
            column = end;
        }
        return new Fragment(out.toString(), role);
    }
}
