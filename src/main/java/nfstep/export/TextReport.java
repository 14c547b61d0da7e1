package nfstep.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nfstep.event.CommandEvent;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;
import nfstep.event.NatEvent;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.source.Printable;
import nfstep.trace.PacketStory;
import nfstep.trace.StepView;
import nfstep.trace.Walk;
import org.jspecify.annotations.Nullable;

/** A walk as a text to read. */
public final class TextReport {
    private static final int VISIT = 1;
    private static final int PATH = 2;
    private static final int FUNCTION = 3;
    private static final int CHAIN = 4;

    private final Walk walk;
    private final Detail detail;
    private final Consumer<String> lines;
    private final Visits visits;
    private final Map<Long, PacketStory> stories = new HashMap<>();
    private @Nullable VisitLine visit;
    private Optional<String> function = Optional.empty();
    private long packet;
    private int chains;
    private int chainsOfOriginal;

    private TextReport(Walk walk, Detail detail, Consumer<String> lines) {
        this.walk = walk;
        this.detail = detail;
        this.lines = lines;
        this.visits = new Visits(walk);
        PacketStory.all(walk).forEach(story -> stories.put(story.packet(), story));
    }

    /** Gives the lines of a report, safe to print to a terminal. */
    public static void of(Walk walk, Detail detail, Consumer<String> lines) {
        if (detail == Detail.SUMMARY) {
            PacketStory.all(walk).forEach(story -> lines.accept(Printable.line(SummaryLine.of(story))));
        } else {
            new TextReport(walk, detail, lines).write();
        }
    }

    private void write() {
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (event instanceof PacketEvent about) {
                packet(i, about);
            } else {
                endVisit();
                other(event);
            }
        }
        endVisit();
    }

    private void other(Event event) {
        if (event instanceof CommandEvent.CommandStarted started) {
            packet = 0;
            line(0, CommandLines.command(started));
        } else if (event instanceof CommandEvent command) {
            CommandLines.effect(command, detail).ifPresent(text -> text.lines().forEach(l -> line(1, l)));
        } else if (event instanceof ConnectionEvent) {
            line(1, event.sentence());
        }
    }

    private void packet(int number, PacketEvent event) {
        if (Visits.begins(event)) {
            endVisit();
            suspend(event);
            beginVisit(number, event);
        } else if (event instanceof PathEvent.Resumed) {
            endVisit();
            resume(event);
        } else if (visit != null) {
            visit.add(event);
        } else if (event instanceof RuleEvent rule) {
            rule(number, rule);
        } else {
            path(event);
        }
        if (isEnd(event)) {
            endVisit();
            closing(number, event);
        }
    }

    /** What is told of a copy stands in the middle of what is told of the packet that it is made of. */
    private void suspend(PacketEvent event) {
        if (event instanceof PathEvent.Copied) {
            chainsOfOriginal = chains;
            chains = 0;
        }
    }

    private void resume(PacketEvent event) {
        packet = event.at().packet();
        line(0, event.sentence());
        chains = chainsOfOriginal;
        function = Optional.of("");
    }

    private void beginVisit(int number, PacketEvent event) {
        long about = event.at().packet();
        if (about != packet) {
            packet = about;
            PacketStory story = stories.get(about);
            line(0, story == null ? "packet " + about : SummaryLine.heading(story));
        }
        if (visits.hasHooks(number)) {
            line(VISIT, event.at().namespace() + ": " + VisitLine.part(event).orElseThrow());
        } else {
            visit = new VisitLine(event.at().namespace());
            visit.add(event);
        }
    }

    private void endVisit() {
        if (visit != null) {
            line(VISIT, visit.text());
            visit = null;
        }
    }

    /** Everything on the way that is no rule: hooks, functions, what they say, routing. */
    private void path(PacketEvent event) {
        if (event instanceof PathEvent.HookEntered hook) {
            line(PATH, hook.sentence());
        } else if (event instanceof PathEvent.FunctionEntered entered) {
            function = Optional.of(entered.sentence());
        } else if (event instanceof PathEvent.FunctionLeft || event instanceof PathEvent.HookLeft) {
            chains = 0;
            function = Optional.empty();
        } else if (event instanceof NatEvent.Translated) {
            chains = 0;
            inside(event.sentence());
        } else if (!isEnd(event) && (!(event instanceof PathEvent.Noted) || detail == Detail.VERBOSE)) {
            inside(event.sentence());
        }
    }

    private static boolean isEnd(Event event) {
        return event instanceof PathEvent.Dropped || event instanceof PathEvent.Delivered;
    }

    private void inside(String text) {
        boolean inFunction = openFunction() || chains > 0;
        line(chains > 0 ? CHAIN + chains : inFunction ? CHAIN : PATH, text);
    }

    private boolean openFunction() {
        function.filter(text -> !text.isEmpty()).ifPresent(text -> line(FUNCTION, text));
        boolean open = function.isPresent();
        function = open ? Optional.of("") : function;
        return open;
    }

    private void rule(int number, RuleEvent event) {
        if (event instanceof RuleEvent.ChainEntered entered) {
            openFunction();
            chains += entered.how() == Entry.GOTO ? 0 : 1;
            line(CHAIN + chains - 1, RuleLines.chain(entered));
        } else if (event instanceof RuleEvent.RulesPassed && detail == Detail.VERBOSE) {
            StepView.ofPassed(walk, number).forEach(view -> line(CHAIN + chains, view.sentence()));
        }
        RuleLines.of(event).ifPresent(text -> line(CHAIN + chains, text));
        if (event instanceof RuleEvent.ChainLeft) {
            chains--;
        } else if (event instanceof RuleEvent.PolicyApplied) {
            chains = 0;
        }
    }

    /** The verdict on a packet, once its way ended. */
    private void closing(int number, PacketEvent event) {
        PacketStory story = stories.get(event.at().packet());
        if (story != null) {
            story.endings().stream()
                    .filter(end -> end.position().event() == number)
                    .forEach(end -> line(VISIT, "= " + SummaryLine.closing(story, end)));
        }
    }

    private void line(int depth, String text) {
        lines.accept("  ".repeat(depth) + Printable.line(text));
    }
}
