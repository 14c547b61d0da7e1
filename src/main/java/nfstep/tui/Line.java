package nfstep.tui;

import java.util.ArrayList;
import java.util.List;

/** One row of text in roles, no wider or narrower than its fragments. */
public record Line(List<Fragment> fragments) {
    /** Nothing. */
    public static final Line EMPTY = new Line(List.of());

    public Line {
        fragments = List.copyOf(fragments);
    }

    /** Plain text. */
    public static Line of(String text) {
        return of(text, Role.TEXT);
    }

    /** Text in one role. */
    public static Line of(String text, Role role) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Fragment(text, role)));
    }

    /** This line and then plain text. */
    public Line plus(String text) {
        return plus(of(text));
    }

    /** This line and then text in a role. */
    public Line plus(String text, Role role) {
        return plus(of(text, role));
    }

    /** This line and then another. */
    public Line plus(Line other) {
        List<Fragment> both = new ArrayList<>(fragments);
        both.addAll(other.fragments);
        return new Line(both);
    }

    /** The columns it takes. */
    public int width() {
        int width = 0;
        for (Fragment fragment : fragments) {
            width += fragment.width();
        }
        return width;
    }

    /** Its characters without their roles. */
    public String text() {
        StringBuilder text = new StringBuilder();
        fragments.forEach(fragment -> text.append(fragment.text()));
        return text.toString();
    }

    /** All of it in one role. */
    public Line in(Role role) {
        return new Line(fragments.stream().map(fragment -> fragment.in(role)).toList());
    }

    /** The columns from {@code from} up to but not including {@code to}. */
    public Line slice(int from, int to) {
        List<Fragment> kept = new ArrayList<>();
        int start = 0;
        for (Fragment fragment : fragments) {
            int end = start + fragment.width();
            if (end > from && start < to) {
                kept.add(fragment.slice(Math.max(0, from - start), to - start));
            }
            start = end;
        }
        return new Line(kept);
    }

    /** At most {@code width} columns, the last of them {@code ellipsis} if something is cut off. */
    public Line shortened(int width, char ellipsis) {
        if (width() <= width) {
            return this;
        }
        return width <= 0 ? EMPTY : slice(0, width - 1).plus(String.valueOf(ellipsis), Role.DIM);
    }

    /** At least {@code width} columns, filled up with spaces. */
    public Line padded(int width) {
        int missing = width - width();
        return missing <= 0 ? this : plus(" ".repeat(missing));
    }

    /** Broken between words into lines of at most {@code width} columns; a longer word is cut. */
    public List<Line> wrapped(int width) {
        return Wrapping.of(this, width);
    }
}
