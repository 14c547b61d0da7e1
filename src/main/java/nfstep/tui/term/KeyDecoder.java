package nfstep.tui.term;

import java.util.function.Consumer;
import nfstep.tui.Key;
import nfstep.tui.Key.Modifiers;
import nfstep.tui.Msg;

/**
 * Cuts what a terminal sends into keys, escape sequences and pastes, one character at a time.
 *
 * <p>A sequence that nobody knows is swallowed whole, so that no part of a terminal's answer is ever taken for a key,
 * wherever the network cut it. Source: ECMA-48, 5.4 and 5.6; xterm's ctlseqs for bracketed paste.
 *
 * <p>Decision: lanterna's InputDecoder takes what has arrived so far for all there is; only its table of sequences is
 * used.
 */
final class KeyDecoder {
    private static final char ESC = '\033';
    private static final char BEL = '\007';
    private static final char INTERRUPT = '\003';
    /** Longer sequences mean nothing, so what follows is not kept. */
    private static final int LONGEST = 64;

    private static final int MOUSE_BYTES = 3;
    private static final String STRING_INTRODUCERS = "]P_^X";

    private enum State {
        GROUND,
        ESCAPE,
        /** After {@code ESC [} or {@code ESC O}, up to a final character. */
        SEQUENCE,
        /** In a string that ends with {@code BEL} or {@code ESC \}. */
        STRING,
        STRING_ESCAPE,
        PASTE,
        /** The three bytes of an old mouse report. */
        MOUSE
    }

    private final Consumer<Msg> sink;
    private final StringBuilder pending = new StringBuilder();
    private final PasteText paste = new PasteText();
    private State state = State.GROUND;
    private int mouseBytes;

    KeyDecoder(Consumer<Msg> sink) {
        this.sink = sink;
    }

    void accept(char c) {
        switch (state) {
            case GROUND -> ground(c);
            case ESCAPE -> escape(c);
            case SEQUENCE -> sequence(c);
            case STRING -> string(c);
            case STRING_ESCAPE -> stringEscape(c);
            case PASTE -> paste(c);
            case MOUSE -> mouse();
        }
    }

    /** Whether the last characters are a key of their own, unless more follow soon. */
    boolean isUndecided() {
        return state == State.ESCAPE || isIntroducerOnly();
    }

    /** Whether at least a whole introducer is there, so that a sequence is more likely than a key. */
    boolean isIntroducerOnly() {
        boolean isOpen = state == State.SEQUENCE || state == State.STRING;
        return isOpen && pending.length() == 2;
    }

    /** Nothing has followed: takes what is undecided for keys. */
    void giveUp() {
        if (isIntroducerOnly()) {
            char c = pending.charAt(1);
            end();
            alt(c);
        } else if (state == State.ESCAPE) {
            int presses = pending.length();
            end();
            for (int i = 0; i < presses; i++) {
                sink.accept(Key.ESC);
            }
        }
    }

    private void ground(char c) {
        if (c == ESC) {
            begin(State.ESCAPE, c);
        } else {
            PlainKeys.of(c).ifPresent(sink);
        }
    }

    private void escape(char c) {
        if (c == '[' || c == 'O') {
            begin(State.SEQUENCE, c);
        } else if (STRING_INTRODUCERS.indexOf(c) >= 0) {
            begin(State.STRING, c);
        } else if (c == ESC) {
            anotherEscape();
        } else {
            end();
            alt(c);
        }
    }

    /** Two may be the start of a key with Alt, as PuTTY sends it; with a third the first was pressed. */
    private void anotherEscape() {
        if (pending.length() == 2) {
            sink.accept(Key.ESC);
        } else {
            pending.append(ESC);
        }
    }

    private void alt(char c) {
        PlainKeys.of(c)
                .map(key -> key.with(new Modifiers(key.modifiers().ctrl(), true, false)))
                .ifPresent(sink);
    }

    private void sequence(char c) {
        if (c < ' ' || c > '~') {
            end();
            accept(c);
            return;
        }
        if (pending.length() < LONGEST) {
            pending.append(c);
        }
        if (isFinal(c)) {
            finish();
        }
    }

    /** The Linux console's function keys have a second bracket before their final character. */
    private boolean isFinal(char c) {
        boolean isSecondBracket = c == '[' && pending.toString().endsWith("[[");
        return c >= '@' && !isSecondBracket;
    }

    private void finish() {
        String sequence = pending.toString();
        end();
        if (sequence.equals(PasteText.BEGIN)) {
            state = State.PASTE;
        } else if (sequence.equals("\033[M")) {
            state = State.MOUSE;
        } else {
            SequenceKeys.of(sequence).ifPresent(sink);
        }
    }

    private void string(char c) {
        pending.setLength(0);
        if (c == ESC) {
            state = State.STRING_ESCAPE;
        } else if (c == BEL) {
            end();
        } else if (c == INTERRUPT) {
            end();
            accept(c);
        }
    }

    private void stringEscape(char c) {
        end();
        if (c != '\\') {
            accept(ESC);
            accept(c);
        }
    }

    private void paste(char c) {
        if (paste.ends(c)) {
            end();
            sink.accept(new Msg.Paste(paste.take()));
        }
    }

    private void mouse() {
        mouseBytes++;
        if (mouseBytes == MOUSE_BYTES) {
            end();
        }
    }

    private void begin(State next, char c) {
        state = next;
        pending.append(c);
    }

    private void end() {
        state = State.GROUND;
        pending.setLength(0);
        mouseBytes = 0;
    }
}
