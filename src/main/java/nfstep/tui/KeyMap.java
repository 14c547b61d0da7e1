package nfstep.tui;

import static nfstep.tui.Prompt.Kind.COMMAND;
import static nfstep.tui.Prompt.Kind.SEARCH;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nfstep.trace.Move;
import nfstep.trace.Way;

/** All keys of the screen, in the order in which help lists them. */
public final class KeyMap {
    /** The bindings while no command is typed. */
    public static final List<Binding> ALL = List.of(
            step("step", "step: rule by rule, event by event", Move.STEP, Way.FORWARD, "s", "Right", "F7"),
            step("back", "step back", Move.STEP, Way.BACK, "S", "Left", "S-F7"),
            step("", "next: over a jump into another chain", Move.OVER_JUMP, Way.FORWARD, "n", "F8"),
            step("", "back over a jump", Move.OVER_JUMP, Way.BACK, "N", "S-F8"),
            step("", "out of this chain", Move.OUT_OF_CHAIN, Way.FORWARD, "o"),
            step("", "back to what led into this chain", Move.OUT_OF_CHAIN, Way.BACK, "O"),
            step("hook", "next hook function", Move.HOOK_FUNCTION, Way.FORWARD, "."),
            step("", "hook function before", Move.HOOK_FUNCTION, Way.BACK, ","),
            step("packet", "next packet", Move.PACKET, Way.FORWARD, "}"),
            step("", "packet before", Move.PACKET, Way.BACK, "{"),
            step("nat", "next translation or drop", Move.TRANSLATION_OR_DROP, Way.FORWARD, "t"),
            step("", "translation or drop before", Move.TRANSLATION_OR_DROP, Way.BACK, "T"),
            step("", "next command of the lab", Move.COMMAND, Way.FORWARD, "]"),
            step("", "command of the lab before", Move.COMMAND, Way.BACK, "["),
            bind(
                    "go",
                    "continue to a breakpoint; without any, to the next verdict",
                    s -> s.resume(Way.FORWARD),
                    "c",
                    "F5"),
            bind("", "continue backward", s -> s.resume(Way.BACK), "C", "S-F5"),
            bind("", "to the start of the walk", s -> s.toEnd(Way.BACK), "Home"),
            bind("", "to the end of the walk", s -> s.toEnd(Way.FORWARD), "End"),
            bind("", "set or remove a breakpoint at this place", Screen::toggleHere, "b", "F9"),
            bind("find", "search this pane; among the steps, go to what is found", s -> s.openPrompt(SEARCH), "/"),
            bind("", "search on", s -> s.searchAgain(Way.FORWARD), "F3"),
            bind("", "search on backward", s -> s.searchAgain(Way.BACK), "S-F3"),
            bind("pane", "next pane", s -> s.panes(p -> p.focused(p.focus().next(1))), "Tab"),
            bind("", "pane before", s -> s.panes(p -> p.focused(p.focus().next(-1))), "S-Tab"),
            pane(PaneName.RULES),
            pane(PaneName.STEPS),
            pane(PaneName.CONNTRACK),
            pane(PaneName.PACKET),
            pane(PaneName.OUTPUT),
            pane(PaneName.ROUTES),
            pane(PaneName.TABLES),
            pane(PaneName.BREAKS),
            bind("", "give this pane the whole screen, or not", s -> s.panes(p -> p.zoomed(!p.zoomed())), "z"),
            bind("", "show the packet's bytes, or not", s -> s.panes(p -> p.withHex(!p.hex())), "x"),
            bind("", "scroll this pane down", s -> s.scroll(1), "j", "Down"),
            bind("", "scroll this pane up", s -> s.scroll(-1), "k", "Up"),
            bind("", "scroll a page down", s -> s.scrollPage(1), "PgDn", "C-d"),
            bind("", "scroll a page up", s -> s.scrollPage(-1), "PgUp", "C-u"),
            bind("", "back to the step", s -> s.panes(Panes::atStep), "g"),
            bind("cmd", "type a command: debugger or lab", s -> s.openPrompt(COMMAND), ":"),
            bind("help", "this help", Screen::toggleHelp, "?", "F1"),
            bind("quit", "quit; asks if something would be lost", Screen::quit, "q", "C-c"),
            bind("", "close help, leave the zoomed pane, forget the search", Screen::back, "Esc"),
            bind("", "draw everything again", Screen::repaint, "C-l"),
            bind("", "back to the shell; fg comes back here", Screen::suspend, "C-z"));

    private KeyMap() {}

    /** What a key does, if it does anything. */
    public static Optional<Binding> of(Key key) {
        return ALL.stream().filter(b -> b.keys().contains(key)).findFirst();
    }

    private static Binding step(String label, String help, Move move, Way way, String... keys) {
        return bind(label, help, s -> s.move(move, way), keys);
    }

    private static Binding pane(PaneName name) {
        return bind("", name.help(), s -> s.panes(p -> p.focused(name)), Integer.toString(name.number()));
    }

    private static Binding bind(String label, String help, Binding.Act act, String... keys) {
        return new Binding(Arrays.stream(keys).map(Key::named).toList(), label, help, act);
    }
}
