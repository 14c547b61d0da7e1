package nfstep.tui.term;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.tui.Msg;
import nfstep.tui.Msg.Action;

/** Reads a mouse report in SGR form, {@code BUTTON;COLUMN;ROW} and {@code M} or {@code m}; source: xterm's ctlseqs. */
final class MouseReport {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3});(\\d{1,5});(\\d{1,5})([Mm])");
    private static final int WHEEL = 64;
    private static final int MOTION = 32;
    private static final int DOWNWARD = 1;

    private MouseReport() {}

    static Optional<Msg> parse(String report) {
        Matcher form = FORM.matcher(report);
        if (!form.matches()) {
            return Optional.empty();
        }
        int x = Math.max(0, number(form, 2) - 1);
        int y = Math.max(0, number(form, 3) - 1);
        return Optional.of(new Msg.Mouse(action(number(form, 1), form.group(4).equals("m")), x, y));
    }

    private static Action action(int button, boolean isRelease) {
        if ((button & WHEEL) != 0) {
            return (button & DOWNWARD) == 0 ? Action.WHEEL_UP : Action.WHEEL_DOWN;
        }
        if ((button & MOTION) != 0) {
            return Action.DRAG;
        }
        return isRelease ? Action.RELEASE : Action.PRESS;
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
