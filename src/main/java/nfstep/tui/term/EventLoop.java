package nfstep.tui.term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import nfstep.tui.App;
import nfstep.tui.Canvas;
import nfstep.tui.Msg;
import nfstep.tui.Outcome;
import nfstep.tui.term.Stty.Size;
import nfstep.tui.theme.Theme;

/**
 * Waits, updates the app and draws, on one thread.
 *
 * <p>Whatever has arrived meanwhile is handled before one drawing, so that a slow line never falls behind.
 */
final class EventLoop {
    /** So long after ESC the rest of an escape sequence may still come, over a slow line. */
    private static final long ESCAPE_MILLIS = 30;
    /** After a whole introducer, which is hardly ever a key, the rest may take longer. */
    private static final long INTRODUCER_MILLIS = 300;

    /** Work that takes longer is told of, and so often from then on. */
    private static final long PATIENCE_MILLIS = 400;

    private final App app;
    private final Gate gate;
    private final BackgroundWorker worker;
    private final BlockingQueue<Arrival> arrivals;
    private final Look first;
    private Look look;
    private FramePainter painter;
    private Optional<Theme> theme = Optional.empty();
    private final List<Msg> messages = new ArrayList<>();
    private final KeyDecoder keys = new KeyDecoder(messages::add);
    private Size size = Size.USUAL;
    /** What the screen needs besides what the app says. */
    private Outcome needed = Outcome.SAME;

    private boolean isOver;

    EventLoop(App app, Look look, Gate gate, BlockingQueue<Arrival> arrivals) {
        this.app = app;
        this.gate = gate;
        this.arrivals = arrivals;
        this.first = look;
        this.look = look;
        this.worker = new BackgroundWorker(arrivals);
        this.painter = painter(look);
    }

    /** Shows the app until it quits or the terminal is gone. */
    void run() throws IOException {
        app.employ(worker);
        size = gate.enter();
        draw();
        app.shown();
        while (!isOver) {
            try {
                turn();
            } catch (OutOfMemoryError e) {
                makeRoom(e);
            }
        }
    }

    private void turn() throws IOException {
        Optional<Arrival> arrival = next();
        if (arrival.isPresent()) {
            takeAll(arrival.get());
        } else {
            passTime();
        }
        act(updated());
    }

    /** Work that takes all memory may take it from the screen, too: then the work is at an end, and not the screen. */
    private void makeRoom(OutOfMemoryError e) {
        if (!worker.giveUp()) {
            throw e;
        }
        painter.forget();
        needed = Outcome.REPAINT;
    }

    /** Nothing came for as long as was waited. */
    private void passTime() {
        if (keys.isUndecided()) {
            keys.giveUp();
        } else {
            worker.status().ifPresent(status -> messages.add(new Msg.Working(status)));
        }
    }

    private Optional<Arrival> next() throws IOException {
        try {
            if (keys.isUndecided()) {
                long millis = keys.isIntroducerOnly() ? INTRODUCER_MILLIS : ESCAPE_MILLIS;
                return Optional.ofNullable(arrivals.poll(millis, TimeUnit.MILLISECONDS));
            }
            return worker.status().isPresent()
                    ? Optional.ofNullable(arrivals.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    : Optional.of(arrivals.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void takeAll(Arrival first) throws IOException {
        Optional<Arrival> arrival = Optional.of(first);
        while (arrival.isPresent()) {
            take(arrival.get());
            arrival = Optional.ofNullable(arrivals.poll());
        }
    }

    private void take(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.Text more) {
            more.text().chars().forEach(c -> keys.accept((char) c));
        } else if (arrival instanceof Arrival.Worked worked) {
            messages.add(new Msg.Worked(worked.reply()));
        } else if (arrival instanceof Arrival.Failed failed) {
            throw new IllegalStateException("a thread failed", failed.cause());
        } else if (arrival instanceof Arrival.Closed) {
            isOver = true;
        } else {
            takeScreen(arrival instanceof Arrival.Continued);
        }
    }

    private void takeScreen(boolean isAgain) throws IOException {
        if (isAgain) {
            gate.reenter();
        }
        size = gate.size();
        messages.add(new Msg.Resize());
        needed = Outcome.REPAINT;
    }

    private Outcome updated() {
        Outcome outcome = needed;
        needed = Outcome.SAME;
        for (Msg message : messages) {
            outcome = outcome.and(app.update(message));
        }
        messages.clear();
        return outcome;
    }

    private void act(Outcome outcome) throws IOException {
        switch (outcome) {
            case SAME -> {}
            case DRAW -> draw();
            case REPAINT -> repaint();
            case SUSPEND -> suspend();
            case QUIT -> isOver = true;
        }
    }

    private static FramePainter painter(Look look) {
        return new FramePainter(new StyleCodes(look.theme(), look.depth()));
    }

    private void draw() throws IOException {
        if (!app.theme().equals(theme)) {
            theme = app.theme();
            look = theme.map(first::with).orElse(first);
            painter = painter(look);
        }
        Canvas canvas = Canvas.of(size.columns(), size.rows(), look.glyphs());
        app.view(canvas);
        gate.show(painter.paint(canvas));
    }

    private void repaint() throws IOException {
        painter.forget();
        draw();
    }

    private void suspend() throws IOException {
        gate.leave();
        Suspension.stop();
        size = gate.enter();
        messages.add(new Msg.Resize());
        act(updated().and(Outcome.REPAINT));
    }
}
