package nfstep.tui;

import java.util.Optional;

/** The keys while a command is typed, as a shell has them. */
record PromptKeys(Screen screen) {
    void press(Key key, Prompt prompt) {
        if (key.isText()) {
            screen.prompt(Optional.of(prompt.insert(String.valueOf(key.character()))));
            return;
        }
        switch (key.name()) {
            case "Enter" -> screen.enter(prompt);
            case "Esc", "C-c", "C-g" -> screen.prompt(Optional.empty());
            case "Tab" -> screen.complete(prompt);
            case "C-z" -> screen.suspend();
            case "C-l" -> screen.repaint();
            default -> screen.prompt(Optional.of(edited(key.name(), prompt)));
        }
    }

    private static Prompt edited(String key, Prompt prompt) {
        return switch (key) {
            case "Backspace" -> prompt.backspace();
            case "Del" -> prompt.delete();
            case "Left", "C-b" -> prompt.move(-1);
            case "Right", "C-f" -> prompt.move(1);
            case "Home", "C-a" -> prompt.move(-prompt.cursor());
            case "End", "C-e" -> prompt.move(prompt.text().length());
            case "C-u" -> prompt.killToStart();
            case "C-k" -> prompt.killToEnd();
            case "Up", "C-p" -> prompt.recall(-1);
            case "Down", "C-n" -> prompt.recall(1);
            default -> prompt;
        };
    }
}
