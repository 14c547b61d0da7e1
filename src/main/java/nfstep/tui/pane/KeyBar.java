package nfstep.tui.pane;

import nfstep.tui.Binding;
import nfstep.tui.KeyMap;
import nfstep.tui.Line;
import nfstep.tui.Role;

/** The keys that matter most, as many as fit. */
final class KeyBar {
    private KeyBar() {}

    static Line line(int width) {
        Line line = Line.of(" ");
        for (Binding binding : KeyMap.ALL) {
            if (!binding.label().isEmpty()) {
                Line key = Line.of(binding.keys().get(0).name(), Role.KEY_HINT).plus(" " + binding.label() + " ");
                if (line.width() + key.width() > width) {
                    return line;
                }
                line = line.plus(key);
            }
        }
        return line;
    }
}
