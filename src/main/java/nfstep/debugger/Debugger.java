package nfstep.debugger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import nfstep.rules.Backend;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.trace.Check;
import nfstep.trace.Move;
import nfstep.trace.Position;
import nfstep.trace.Progress;
import nfstep.trace.StepText;
import nfstep.trace.Walk;
import nfstep.trace.Way;
import org.jspecify.annotations.Nullable;

/** The debugger: a session that commands replace by another. */
public final class Debugger implements DebuggerService {
    private final TraceStore store;
    private final LabSession.Source labs;
    private Session session;
    private @Nullable LabSession lab;
    private Progress progress = Progress.UNWATCHED;
    private Verifier verifier = Verifier.NONE;

    /**
     * A debugger at the start of a session.
     *
     * @param lab the session's lab if it is alive already; null for a walk that was recorded
     */
    public Debugger(Session session, @Nullable LabSession lab, TraceStore store, LabSession.Source labs) {
        this.session = session;
        this.lab = lab;
        this.store = store;
        this.labs = labs;
    }

    /** This debugger with somebody who asks a kernel. */
    public Debugger verifyingBy(Verifier other) {
        verifier = other;
        return this;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean goesOn() {
        return lab != null && lab.goesOn();
    }

    @Override
    public Reply finish(Progress watcher) {
        return watched(watcher, "the rest of the lab did not run", () -> finished(Objects.requireNonNull(lab)));
    }

    private Reply finished(LabSession begun) {
        List<Diagnostic> remarks = begun.finish(progress);
        session = session.continued(begun.walk());
        return remarks.isEmpty() ? Reply.DONE : new Opening(session, remarks, "").reply();
    }

    @Override
    public Reply move(Move move, Way way) {
        Optional<Position> target = session.cursor().target(move, way);
        if (target.isEmpty()) {
            return Reply.refused(nothing(move, way));
        }
        session = session.at(target.get());
        return Reply.DONE;
    }

    private static String nothing(Move move, Way way) {
        String end = way == Way.FORWARD ? "before the end of the walk" : "after the start of the walk";
        return switch (move) {
            case STEP, OVER_JUMP ->
                way == Way.FORWARD ? "this is the end of the walk" : "this is the start of the walk";
            case OUT_OF_CHAIN -> "the packet is in no chain here";
            case HOOK_FUNCTION -> "no other hook function " + end;
            case PACKET -> "no other packet " + end;
            case TRANSLATION_OR_DROP -> "no other translation or drop " + end;
            case VERDICT -> "no other verdict " + end;
            case COMMAND -> "no other command " + end;
        };
    }

    @Override
    public Reply resume(Way way) {
        Continue.Stopped stopped = new Continue(session.walk(), session.stops(), way).from(session.position());
        session = session.at(stopped.position());
        return stopped.breakpoint().isPresent()
                ? Reply.said("breakpoint " + stopped.breakpoint().getAsInt())
                : Reply.DONE;
    }

    @Override
    public Reply goTo(long step) {
        long count = session.walk().stepCount();
        if (step < 1 || step > count) {
            return Reply.refused("the walk has steps 1 to " + count);
        }
        session = session.at(session.walk().position(step - 1));
        return Reply.DONE;
    }

    @Override
    public Reply search(String text, Way way, Progress watcher) {
        try {
            Optional<Position> found =
                    StepText.find(session.walk(), session.position(), new StepText.Wanted(text, way), watcher);
            if (found.isEmpty()) {
                return Reply.refused(
                        "no step " + (way == Way.FORWARD ? "behind" : "before") + " this one has: " + text);
            }
            session = session.at(found.get());
            return Reply.DONE;
        } catch (Progress.Interrupted e) {
            return Reply.refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Reply toggle(Breakpoint breakpoint) {
        boolean set = session.stops().numberOf(breakpoint).isEmpty();
        Optional<String> objection = set ? KnownChains.objection(session, breakpoint) : Optional.empty();
        if (objection.isPresent()) {
            return Reply.refused(objection.get());
        }
        session = session.with(session.stops().toggled(breakpoint));
        return Reply.said("breakpoint " + (set ? "set: " : "removed: ") + breakpoint.text());
    }

    @Override
    public Reply enable(int number, boolean enabled) {
        Optional<Stops.Stop> stop = session.stops().find(number);
        if (stop.isEmpty()) {
            return Reply.refused("there is no breakpoint " + number + "; info lists them");
        }
        session = session.with(session.stops().enabling(number, enabled));
        String text = stop.get().breakpoint().text();
        return Reply.said("breakpoint " + number + (enabled ? " enabled: " : " disabled: ") + text);
    }

    @Override
    public Reply execute(String line, Progress watcher) {
        return watched(watcher, "nothing was changed", () -> execute(line.strip()));
    }

    private Reply watched(Progress watcher, String interrupted, Supplier<Reply> work) {
        boolean isWhole = false;
        progress = watcher;
        try {
            Reply reply = work.get();
            isWhole = true;
            return reply;
        } catch (Progress.Interrupted e) {
            return Reply.refused(e.getMessage() + "; " + interrupted);
        } finally {
            progress = Progress.UNWATCHED;
            if (!isWhole) {
                lab = null; // stands in the middle of a command; the walk does not, so it can be brought to life again
            }
        }
    }

    private Reply execute(String text) {
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        Optional<Command> command = labs.knows(word) ? Optional.empty() : Commands.named(word);
        return command.isPresent()
                ? command.get()
                        .handler()
                        .carryOut(this, text.substring(word.length()).strip())
                : runLab(text);
    }

    private Reply runLab(String line) {
        if (lab == null) {
            Outcome<LabSession> revived = labs.revive(session.walk(), progress);
            if (revived.refusal().isPresent()) {
                return Reply.refused(revived.refusal().get());
            }
            lab = revived.orElseThrow();
        }
        Optional<Diagnostic> problem = lab.run(line, progress);
        session = session.grown(lab.walk());
        return problem.map(Reply::refused).orElse(Reply.DONE);
    }

    @Override
    public Reply save(String name, boolean replace) {
        if (name.isEmpty()) {
            return Reply.refused("the name of the file is missing, such as: write walk.json");
        }
        Outcome<String> saved = store.save(session, name, replace, progress);
        if (saved.refusal().isPresent()) {
            return Reply.refused(saved.refusal().get());
        }
        session = session.saved(session.name());
        return Reply.said(saved.orElseThrow());
    }

    @Override
    public Reply open(String name, boolean discard) {
        if (name.isEmpty()) {
            return Reply.refused("the name of the file is missing, such as: edit walk.json");
        }
        if (session.modified() && !discard) {
            return Reply.refused("the walk has changed and is not saved: write FILE saves it, edit! " + name
                    + " opens the other without");
        }
        Outcome<Opening> opened = store.open(name, progress);
        if (opened.refusal().isPresent()) {
            return Reply.refused(opened.refusal().get());
        }
        session = opened.orElseThrow().session();
        lab = null;
        return opened.orElseThrow().reply();
    }

    @Override
    public Outcome<Check> verify(Walk walk, Backend backend, Progress watcher) {
        return walk.isEmpty()
                ? Outcome.refused("there is nothing to verify yet")
                : verifier.verify(walk, backend, watcher);
    }

    @Override
    public Reply checked(Check check) {
        session = session.checked(check);
        String difference = check.findings().stream()
                .findFirst()
                .map(f -> "\nfirst difference " + f.text())
                .orElse("");
        return check.agrees() ? Reply.said(check.sentence()) : Reply.refused(check.sentence() + difference);
    }

    @Override
    public List<String> completions(String line) {
        return new Completion(session).of(line);
    }
}
