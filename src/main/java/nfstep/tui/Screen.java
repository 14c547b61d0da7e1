package nfstep.tui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nfstep.debugger.Breakpoint;
import nfstep.debugger.DebuggerService;
import nfstep.debugger.Opening;
import nfstep.debugger.Reply;
import nfstep.source.Diagnostic;
import nfstep.trace.Move;
import nfstep.trace.Way;
import nfstep.tui.pane.ScreenView;

/** The screen as a program: keys change the model by way of the debugger service, the view draws the model. */
public final class Screen implements App {
    private static final Key INTERRUPT = Key.named("C-c");

    private final DebuggerService service;
    private final ScreenView view = new ScreenView();
    private final List<String> history = new ArrayList<>();
    private final Deque<Msg> held = new ArrayDeque<>();
    private Worker worker = new WorkAtOnce(this::update);
    private String line = "";
    private Model model;
    private Outcome outcome = Outcome.DRAW;

    /** A screen on that service's session. */
    public Screen(DebuggerService service) {
        this.service = service;
        this.model = Model.of(service.session());
    }

    /** Says at the start what there is to say of the session, and proposes a command to begin with. */
    public void begin(Opening opening) {
        if (!opening.remarks().isEmpty() || !opening.proposal().isEmpty()) {
            show(opening.reply());
        }
    }

    /** What is shown. */
    public Model model() {
        return model;
    }

    @Override
    public void view(Canvas canvas) {
        view.draw(model, canvas);
    }

    @Override
    public void employ(Worker other) {
        worker = other;
    }

    @Override
    public Outcome update(Msg msg) {
        outcome = Outcome.DRAW;
        if (msg instanceof Msg.Worked worked) {
            worked(worked.reply());
        } else if (model.working().isPresent()) {
            whileWorking(msg);
        } else if (msg instanceof Key key) {
            key(key);
        } else if (msg instanceof Msg.Paste paste) {
            Prompt typed = model.prompt().orElseGet(() -> Prompt.open(history));
            prompt(Optional.of(typed.insert(paste.text().strip())));
        }
        return outcome;
    }

    /** What is typed ahead waits; only an interruption does not. */
    private void whileWorking(Msg msg) {
        if (msg instanceof Msg.Working working) {
            model = model.working(Optional.of(working.text()));
        } else if (msg.equals(INTERRUPT)) {
            held.clear();
            worker.interrupt();
        } else if (msg instanceof Key || msg instanceof Msg.Paste) {
            held.add(msg);
            outcome = Outcome.SAME;
        }
    }

    private void worked(Reply reply) {
        model = model.working(Optional.empty());
        show(reply);
        Optional<Diagnostic> problem = reply.problem();
        if (problem.isPresent()) {
            int column = problem.get().span().column() - 1;
            model = model.saying(new Model.Message(ErrorText.of(problem.get()), true, column))
                    .with(Optional.of(new Prompt(line, line.length(), history, history.size())));
        }
        Outcome strongest = outcome;
        while (!held.isEmpty() && model.working().isEmpty()) {
            strongest = strongest.and(update(held.remove()));
        }
        outcome = strongest;
    }

    private void key(Key key) {
        if (model.prompt().isEmpty()) {
            model = model.saying(Model.Message.NONE);
        }
        if (model.prompt().isPresent()) {
            new PromptKeys(this).press(key, model.prompt().get());
        } else if (model.help().isPresent() && HelpKeys.scrolls(key)) {
            model = model.withHelp(model.help().map(row -> HelpKeys.scrolled(row, key)));
        } else {
            KeyMap.of(key).ifPresentOrElse(b -> b.act().on(this), () -> unknown(key));
        }
    }

    /** Alt and a key is what a terminal sends for Esc and a key, when they come fast. */
    private void unknown(Key key) {
        if (key.isAlt()) {
            key(Key.ESC);
            key(key.withoutAlt());
            return;
        }
        model = model.saying(Model.Message.error("the key " + key.name() + " does nothing here; ? shows the keys"));
    }

    void move(Move move, Way way) {
        show(service.move(move, way));
    }

    void resume(Way way) {
        show(service.resume(way));
    }

    void toEnd(Way way) {
        show(service.goTo(way == Way.FORWARD ? service.session().walk().stepCount() : 1));
    }

    void toggleHere() {
        Optional<Breakpoint> place = Places.breakpoint(model.session());
        if (place.isPresent()) {
            show(service.toggle(place.get()));
        } else {
            model = model.saying(Model.Message.error(
                    "there is no hook, chain or rule here to stop at; type :break filter/FORWARD for another place"));
        }
    }

    void focus(int places) {
        focus(model.focus().next(places));
    }

    void focus(PaneName pane) {
        model = model.focused(pane);
    }

    void zoom() {
        model = model.zoomed(!model.zoomed());
    }

    void hex() {
        model = model.withHex(!model.hex());
    }

    void scroll(int rows) {
        model = model.scrolledTo(model.scroll() + rows);
    }

    void unscroll() {
        model = model.scrolledTo(0);
    }

    void openPrompt() {
        prompt(Optional.of(Prompt.open(history)));
    }

    void toggleHelp() {
        model = model.withHelp(model.help().isPresent() ? Optional.empty() : Optional.of(0));
    }

    void back() {
        if (model.help().isPresent()) {
            model = model.withHelp(Optional.empty());
        } else if (model.zoomed()) {
            model = model.zoomed(false);
        }
    }

    void suspend() {
        outcome = Outcome.SUSPEND;
    }

    void repaint() {
        outcome = Outcome.REPAINT;
    }

    /** Leaves help first; then the program, unless something would be lost. */
    void quit() {
        if (model.help().isPresent()) {
            back();
        } else if (service.session().modified()) {
            model = model.saying(
                    Model.Message.error("the walk has changed and is not saved: :w FILE saves it, :q! leaves without"));
        } else {
            outcome = Outcome.QUIT;
        }
    }

    /** The command line goes away, or stays in another state. */
    void prompt(Optional<Prompt> prompt) {
        model = model.withHelp(Optional.empty()).with(prompt);
    }

    /** Carries out what was typed. */
    void enter(String line) {
        prompt(Optional.empty());
        if (line.isBlank()) {
            return;
        }
        history.add(line);
        int blank = line.strip().indexOf(' ');
        String word = blank < 0 ? line.strip() : line.strip().substring(0, blank);
        String argument = line.strip().substring(word.length()).strip();
        ScreenCommands.named(word).ifPresentOrElse(c -> c.act().on(this, argument), () -> run(line));
    }

    void leave() {
        outcome = Outcome.QUIT;
    }

    private void run(String command) {
        line = command;
        model = model.working(Optional.of("working"));
        outcome = Outcome.SAME;
        worker.begin(progress -> service.execute(command, progress));
    }

    private void show(Reply reply) {
        Model.Message message = reply.text().isEmpty()
                ? Model.Message.NONE
                : reply.done() ? Model.Message.of(reply.text()) : Model.Message.error(reply.text());
        model = model.with(service.session()).saying(message);
        if (!reply.proposal().isEmpty()) {
            prompt(Optional.of(Prompt.open(history).insert(reply.proposal())));
        }
    }
}
