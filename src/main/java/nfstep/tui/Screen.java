package nfstep.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.debugger.Breakpoint;
import nfstep.debugger.DebuggerService;
import nfstep.debugger.Reply;
import nfstep.source.Diagnostic;
import nfstep.trace.Move;
import nfstep.trace.Way;
import nfstep.tui.pane.ScreenView;

/** The screen as a program: keys change the model by way of the debugger service, the view draws the model. */
public final class Screen implements App {
    private final DebuggerService service;
    private final ScreenView view = new ScreenView();
    private final List<String> history = new ArrayList<>();
    private Model model;
    private Outcome outcome = Outcome.DRAW;

    /** A screen on that service's session. */
    public Screen(DebuggerService service) {
        this.service = service;
        this.model = Model.of(service.session());
    }

    /** Says something at the start, such as why a lab stopped. */
    public void say(String text) {
        model = model.saying(Model.Message.error(text));
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
    public Outcome update(Msg msg) {
        outcome = Outcome.DRAW;
        if (msg instanceof Key key) {
            key(key);
        } else if (msg instanceof Msg.Paste paste && model.prompt().isPresent()) {
            model = model.with(model.prompt().map(p -> p.insert(paste.text())));
        }
        return outcome;
    }

    private void key(Key key) {
        if (model.prompt().isPresent()) {
            new PromptKeys(this).press(key, model.prompt().get());
        } else if (model.help().isPresent() && HelpKeys.scrolls(key)) {
            model = model.withHelp(model.help().map(row -> HelpKeys.scrolled(row, key)));
        } else {
            KeyMap.of(key).ifPresentOrElse(b -> b.act().on(this), () -> unknown(key));
        }
    }

    private void unknown(Key key) {
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
        model = model.focused(pane).saying(Model.Message.NONE);
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
        model = model.withHelp(Optional.empty()).with(Optional.of(Prompt.open(history)));
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
        model = model.with(prompt);
    }

    /** Carries out what was typed. */
    void enter(String line) {
        prompt(Optional.empty());
        if (line.isBlank()) {
            return;
        }
        history.add(line);
        switch (line.strip()) {
            case "q", "quit" -> quit();
            case "q!", "quit!" -> outcome = Outcome.QUIT;
            case "help", "h" -> toggleHelp();
            default -> run(line);
        }
    }

    private void run(String line) {
        Reply reply = service.execute(line);
        show(reply);
        Optional<Diagnostic> problem = reply.problem();
        if (problem.isPresent()) {
            int column = problem.get().span().column() - 1;
            model = model.saying(new Model.Message(ErrorText.of(problem.get()), true, column))
                    .with(Optional.of(new Prompt(line, line.length(), history, history.size())));
        }
    }

    private void show(Reply reply) {
        Model.Message message = reply.text().isEmpty()
                ? Model.Message.NONE
                : reply.done() ? Model.Message.of(reply.text()) : Model.Message.error(reply.text());
        model = model.with(service.session()).saying(message);
    }
}
