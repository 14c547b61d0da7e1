package nfstep.tui.term;

import java.io.IOException;
import java.util.Optional;
import nfstep.tui.App;
import nfstep.tui.Canvas;
import nfstep.tui.Glyph;
import nfstep.tui.Key;
import nfstep.tui.Line;
import nfstep.tui.Msg;
import nfstep.tui.Outcome;
import nfstep.tui.Role;

/** An app that shows what reaches it, to try a terminal with. */
public final class DemoApp implements App {
    private int count;
    private String last = "nothing";
    private boolean isPrompting;

    /** Runs it as a program. */
    public static void main(String[] arguments) throws IOException {
        Optional<String> problem = TerminalCheck.problem(TerminalCheck.isOutputTerminal(), System.getenv());
        if (problem.isPresent()) {
            System.err.println("demo: " + problem.get());
            System.exit(2);
        }
        System.exit(TerminalSession.run(new DemoApp(), Look.of(Optional.empty(), System.getenv())));
    }

    @Override
    public void view(Canvas canvas) {
        canvas.box(
                canvas.area(),
                Line.of("demo", Role.TITLE_FOCUS),
                Line.of(canvas.width() + "x" + canvas.height()),
                true);
        canvas.print(2, 1, Line.of("count ").plus(String.valueOf(count), Role.CHANGED));
        canvas.print(2, 2, "last " + last, Role.VERDICT_DROP);
        canvas.put(2, 3, Glyph.BREAK_ON, Role.BREAKPOINT_ON);
        canvas.print(4, 3, "中文 é", Role.NAT);
        if (isPrompting) {
            canvas.cursor(canvas.print(2, 4, "prompt: ", Role.PROMPT), 4);
        }
    }

    @Override
    public Outcome update(Msg msg) {
        count++;
        if (msg instanceof Key key) {
            return press(key);
        }
        last = msg.toString();
        return Outcome.DRAW;
    }

    private Outcome press(Key key) {
        last = key.name();
        switch (last) {
            case "q" -> {
                return Outcome.QUIT;
            }
            case "C-z" -> {
                return Outcome.SUSPEND;
            }
            case "C-l" -> {
                return Outcome.REPAINT;
            }
            case ":" -> isPrompting = !isPrompting;
            case "x" -> throw new IllegalStateException("pressed x");
            case "e" -> System.err.println("a complaint");
            case "t" -> dieElsewhere();
            default -> {}
        }
        return Outcome.DRAW;
    }

    private static void dieElsewhere() {
        new Thread(
                        () -> {
                            throw new IllegalStateException("in a thread");
                        },
                        "worker")
                .start();
    }
}
