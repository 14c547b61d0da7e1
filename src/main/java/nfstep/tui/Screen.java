package nfstep.tui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nfstep.debugger.Breakpoint;
import nfstep.debugger.Commands;
import nfstep.debugger.DebuggerService;
import nfstep.debugger.Opening;
import nfstep.debugger.Reply;
import nfstep.rules.Backend;
import nfstep.source.Diagnostic;
import nfstep.trace.Check;
import nfstep.trace.Move;
import nfstep.trace.Progress;
import nfstep.trace.Walk;
import nfstep.trace.Way;
import nfstep.tui.pane.ScreenView;
import nfstep.tui.theme.Theme;
import nfstep.tui.theme.Themes;

/** The screen as a program: keys change the model by way of the debugger service, the view draws the model. */
public final class Screen implements App {
    private static final Key INTERRUPT = Key.named("C-c");

    private final DebuggerService service;
    private final ScreenView view = new ScreenView();
    private final Histories histories = new Histories();
    private final Deque<Msg> held = new ArrayDeque<>();
    private Worker worker = new WorkAtOnce(this::update);
    private Canvas shown = Canvas.of(0, 0, Glyphs.ASCII);
    private String line = "";
    private boolean isVerifying;
    private volatile Optional<Check> check = Optional.empty();
    private Optional<Theme> theme = Optional.empty();
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

    @Override
    public void view(Canvas canvas) {
        shown = canvas;
        view.draw(model, canvas);
    }

    /** A lab that goes on behind its first packet does so while that one is looked at. */
    @Override
    public void shown() {
        if (service.goesOn()) {
            work(service::finish);
        }
    }

    @Override
    public Optional<Theme> theme() {
        return theme;
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
        } else if (model.working().isPresent() && !isFree(msg)) {
            whileWorking(msg);
        } else if (msg instanceof Key key) {
            key(key);
        } else if (msg instanceof Msg.Paste paste) {
            Prompt typed = model.prompt().orElseGet(() -> histories.prompt(Prompt.Kind.COMMAND));
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

    /** A kernel is asked about the walk as it was: it may be moved through meanwhile. */
    private boolean isFree(Msg msg) {
        boolean isTyped = msg instanceof Key || msg instanceof Msg.Paste;
        return isVerifying
                && isTyped
                && (!msg.equals(INTERRUPT) || model.prompt().isPresent());
    }

    private void worked(Reply reply) {
        model = model.working(Optional.empty());
        isVerifying = false;
        show(check.map(service::checked).orElse(reply));
        check = Optional.empty();
        Optional<Diagnostic> problem = reply.problem();
        if (problem.isPresent()) {
            int column = problem.get().span().column() - 1;
            model = model.saying(new Model.Message(ErrorText.of(problem.get()), true, column))
                    .with(Optional.of(histories.prompt(Prompt.Kind.COMMAND).insert(line)));
        }
        Outcome strongest = outcome;
        while (!held.isEmpty() && model.working().isEmpty()) {
            strongest = strongest.and(update(held.remove()));
        }
        outcome = strongest;
    }

    private void key(Key key) {
        if (model.prompt().isPresent()) {
            new PromptKeys(this).press(key, model.prompt().get());
            return;
        }
        boolean isRead = !model.message().text().isEmpty();
        model = model.saying(Model.Message.NONE);
        if (model.help().isPresent() && HelpKeys.scrolls(key)) {
            model = model.withHelp(model.help().map(row -> HelpKeys.scrolled(row, key)));
        } else if (!isRead || !key.equals(Key.ESC)) {
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
        error("the key " + key.name() + " does nothing here; ? shows the keys");
    }

    void error(String text) {
        model = model.saying(Model.Message.error(text));
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
            error("there is no hook, chain or rule here to stop at; type :break filter/FORWARD for another place");
        }
    }

    /** Shows other panes, or other places in them. */
    void panes(UnaryOperator<Panes> change) {
        model = model.with(change.apply(model.panes()));
    }

    void scroll(int rows) {
        panes(p -> p.scrolledTo(view.scrolled(model, shown, rows)));
    }

    void scrollPage(int pages) {
        scroll(pages * view.page(model, shown));
    }

    /** To the next place of what was searched for last. */
    void searchAgain(Way way) {
        if (model.panes().search().text().isEmpty()) {
            error("nothing was searched for yet: / does");
        } else {
            search(model.panes().search().text(), way);
        }
    }

    /** Among the steps the walk goes to what is found; in other panes only the rows do. */
    void search(String text, Way way) {
        panes(p -> p.searching(new Panes.Search(text, p.search().row())));
        if (model.panes().focus() == PaneName.STEPS) {
            work(progress -> service.search(text, way, progress));
            return;
        }
        OptionalInt row = view.find(model, shown, way);
        panes(p -> p.searching(new Panes.Search(text, row)));
        if (row.isEmpty()) {
            error("not in this pane: " + text);
        }
    }

    void openPrompt(Prompt.Kind kind) {
        prompt(Optional.of(histories.prompt(kind)));
    }

    void toggleHelp() {
        model = model.withHelp(model.help().isPresent() ? Optional.empty() : Optional.of(0));
    }

    /** Closes what lies over the panes, then leaves the zoomed pane, then forgets what was searched for. */
    void back() {
        if (model.help().isPresent()) {
            model = model.withHelp(Optional.empty());
        } else if (model.panes().zoomed()) {
            panes(p -> p.zoomed(false));
        } else {
            panes(p -> p.searching(Panes.Search.NONE));
        }
    }

    void theme(String name) {
        Optional<Theme> wanted = Themes.named(name);
        if (wanted.isEmpty()) {
            error("no theme is called '" + name + "'; themes are " + String.join(", ", Themes.NAMES));
            return;
        }
        theme = wanted;
        repaint();
    }

    void suspend() {
        outcome = Outcome.SUSPEND;
    }

    void repaint() {
        outcome = Outcome.REPAINT;
    }

    /** Lets the kernel do the same, while the walk may be moved through. */
    void verify(String word) {
        Optional<Backend> backend = Backend.of(word.isEmpty() ? Backend.LEGACY.word() : word);
        if (backend.isEmpty()) {
            error("verify takes legacy or nft, not '" + word + "'");
            return;
        }
        Walk walk = service.session().walk();
        if (work(progress -> verified(walk, backend.get(), progress))) {
            isVerifying = model.working().isPresent();
        }
    }

    private Reply verified(Walk walk, Backend backend, Progress progress) {
        try {
            var found = service.verify(walk, backend, progress);
            check = found.value();
            return found.refusal().map(Reply::refused).orElse(Reply.DONE);
        } catch (Progress.Interrupted e) {
            return Reply.refused(String.valueOf(e.getMessage()));
        }
    }

    /** Leaves help first; then the program, unless something would be lost. */
    void quit() {
        if (model.help().isPresent()) {
            back();
        } else if (service.session().modified()) {
            error("the walk has changed and is not saved: :w FILE saves it, :q! leaves without");
        } else {
            leave();
        }
    }

    void leave() {
        outcome = Outcome.QUIT;
    }

    /** The command line goes away, or stays in another state; what was wrong with it stays to be read. */
    void prompt(Optional<Prompt> prompt) {
        if (!model.message().isError()) {
            model = model.saying(Model.Message.NONE);
        }
        model = model.withHelp(Optional.empty()).with(prompt);
    }

    /** Puts in what the last word before the cursor must become, or says what it may. */
    void complete(Prompt prompt) {
        String line = prompt.text().substring(0, prompt.cursor());
        if (prompt.kind() != Prompt.Kind.COMMAND) {
            return;
        }
        List<String> words = Stream.concat(
                        service.completions(line).stream(), ScreenCommands.completions(line).stream())
                .distinct()
                .sorted()
                .toList();
        String last = line.substring(line.lastIndexOf(' ') + 1);
        String common = words.stream().reduce(Screen::commonStart).orElse(last);
        String more = common.substring(last.length()) + (words.size() == 1 ? " " : "");
        model = model.with(Optional.of(prompt.insert(more)))
                .saying(words.size() > 1 ? Model.Message.of(String.join("  ", words)) : Model.Message.NONE);
    }

    private static String commonStart(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    /** Carries out what was typed. */
    void enter(Prompt prompt) {
        prompt(Optional.empty());
        model = model.saying(Model.Message.NONE);
        if (prompt.text().isBlank()) {
            return;
        }
        histories.add(prompt);
        if (prompt.kind() == Prompt.Kind.SEARCH) {
            search(prompt.text(), Way.FORWARD);
        } else {
            run(prompt.text().strip());
        }
    }

    private void run(String command) {
        int blank = command.indexOf(' ');
        String word = blank < 0 ? command : command.substring(0, blank);
        String argument = command.substring(word.length()).strip();
        line = command;
        ScreenCommands.named(word).ifPresentOrElse(c -> c.act().on(this, argument), () -> execute(word, command));
    }

    private void execute(String word, String command) {
        boolean isQuick =
                Commands.named(word).filter(c -> !c.name().startsWith("edit")).isPresent();
        if (isVerifying && isQuick) {
            show(service.execute(command, Progress.UNWATCHED));
        } else {
            work(progress -> service.execute(command, progress));
        }
    }

    /** Whether it was begun; only one piece of work can be. */
    private boolean work(Worker.Work work) {
        if (isVerifying) {
            error("the kernel is being asked; C-c ends that");
            return false;
        }
        model = model.working(Optional.of("working"));
        outcome = Outcome.SAME;
        worker.begin(work);
        return true;
    }

    private void show(Reply reply) {
        Model.Message message = reply.text().isEmpty()
                ? Model.Message.NONE
                : reply.done() ? Model.Message.of(reply.text()) : Model.Message.error(reply.text());
        model = model.with(service.session()).saying(message);
        if (!reply.proposal().isEmpty()) {
            prompt(Optional.of(histories.prompt(Prompt.Kind.COMMAND).insert(reply.proposal())));
        }
    }
}
