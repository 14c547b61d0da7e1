package nfstep.tui.term;

import java.util.ArrayList;
import java.util.List;

/** Remembers what is asked of it. */
final class FakeStty implements Stty {
    final List<String> calls = new ArrayList<>();
    Size sizeNow = new Size(80, 24);

    @Override
    public Before raw() {
        calls.add("raw");
        return new Before("saved", new Size(80, 24));
    }

    @Override
    public void restore(Before before) {
        calls.add("restore " + before.settings());
    }

    @Override
    public Size size() {
        calls.add("size");
        return sizeNow;
    }
}
