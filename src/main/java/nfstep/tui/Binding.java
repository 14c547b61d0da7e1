package nfstep.tui;

import java.util.List;

/**
 * What a key does; key bar, help and the README show these.
 *
 * @param keys the keys, the one that is shown first
 * @param label a word for the key bar; empty if it is not shown there
 * @param help a sentence for help
 */
public record Binding(List<Key> keys, String label, String help, Act act) {
    /** What happens. */
    @FunctionalInterface
    public interface Act {
        /** Does it. */
        void on(Screen screen);
    }

    public Binding {
        keys = List.copyOf(keys);
    }

    /** The keys as help prints them. */
    public String keyNames() {
        return String.join(" ", keys.stream().map(Key::name).toList());
    }
}
