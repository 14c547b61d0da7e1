package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.debugger.Command;
import nfstep.debugger.Commands;
import nfstep.tui.Binding;
import nfstep.tui.KeyMap;
import nfstep.tui.Line;
import nfstep.tui.Role;
import nfstep.tui.ScreenCommand;
import nfstep.tui.ScreenCommands;

/** All keys and commands, from the tables that the program itself uses. */
final class HelpView {
    private static final int KEYS = 14;
    private static final int USAGE = 26;

    private HelpView() {}

    static List<Line> lines(int width) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("Keys (S-Tab is shift and Tab, C-l is control and l)", Role.HEADING));
        for (Binding binding : KeyMap.ALL) {
            lines.add(row(binding.keyNames(), KEYS, binding.help(), Role.KEY_HINT));
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of(
                "Commands, typed behind : (a unique beginning is enough; Tab completes, Up recalls)", Role.HEADING));
        for (Command command : Commands.ALL) {
            add(lines, command.usage(), command.help(), width);
        }
        for (ScreenCommand command : ScreenCommands.ALL) {
            add(lines, command.usage(), command.help(), width);
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of(
                "Everything else behind : is a command of the lab (ip, iptables, ping, send, conntrack, ...):"));
        lines.add(Line.of("it runs after the end of the walk, and the cursor moves to what it brings."));
        lines.add(Line.EMPTY);
        lines.add(
                Line.of("Marks: > or a triangle where the packet is, b or a dot a breakpoint, * changed in this step"));
        return lines;
    }

    private static void add(List<Line> lines, String usage, String help, int width) {
        if (usage.length() < USAGE) {
            lines.add(row(usage, USAGE, help, Role.KEY_HINT));
            return;
        }
        Line.of(usage, Role.KEY_HINT).wrapped(Math.max(1, width)).forEach(lines::add);
        lines.add(row("", USAGE, help, Role.TEXT));
    }

    private static Line row(String left, int width, String right, Role role) {
        return Line.of(left + " ".repeat(Math.max(1, width - left.length())), role)
                .plus(right);
    }
}
