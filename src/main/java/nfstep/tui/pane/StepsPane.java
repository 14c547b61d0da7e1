package nfstep.tui.pane;

import java.util.Optional;
import nfstep.debugger.Session;
import nfstep.event.CommandEvent;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;
import nfstep.event.NatEvent;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.TrackEvent;
import nfstep.trace.Position;
import nfstep.trace.StepText;
import nfstep.trace.Walk;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** The steps around the one that is looked at. */
final class StepsPane implements Pane {
    @Override
    public PaneName name() {
        return PaneName.STEPS;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Walk walk = model.session().walk();
        int total = (int) Math.min(Integer.MAX_VALUE, walk.stepCount());
        int current = (int) walk.number(model.session().position());
        Look look = new Look(Integer.toString(total).length(), room);
        String place = (current + 1) + "/" + total;
        return new Rows("", Optional.empty(), total, current, i -> line(model.session(), i, i == current, look), place);
    }

    private record Look(int digits, Room room) {}

    private static Line line(Session session, int number, boolean current, Look look) {
        Walk walk = session.walk();
        Position position = walk.position(number);
        Event event = walk.event(position.event());
        String count = Integer.toString(number + 1);
        String mark = current ? look.room().sign(Glyph.CURRENT) : " ";
        String start = mark + " ".repeat(look.digits() - count.length()) + count + " ";
        String text = " ".repeat(depth(event)) + StepText.of(event, position);
        Line line = Line.of(start, Role.DIM)
                .plus(check(session, position, look.room()))
                .plus(text, role(event));
        return current ? line.in(Role.CURRENT_RULE) : line;
    }

    /** What a kernel said of a step; as wide for each of them, nothing where no kernel was asked. */
    private static Line check(Session session, Position position, Room room) {
        if (session.checks().isEmpty()) {
            return Line.EMPTY;
        }
        return session.mark(position)
                .map(mark -> switch (mark) {
                    case AGREED -> Line.of(room.sign(Glyph.AGREED) + " ", Role.VERDICT_ACCEPT);
                    case DIFFERS -> Line.of(room.sign(Glyph.DIFFERS) + " ", Role.VERDICT_DROP);
                    case UNSEEN -> Line.of(room.sign(Glyph.UNSEEN) + " ", Role.DIM);
                })
                .orElse(Line.of("  "));
    }

    private static int depth(Event event) {
        if (event instanceof RuleEvent || event instanceof TrackEvent || event instanceof NatEvent) {
            return 4;
        }
        if (event instanceof PathEvent.FunctionEntered || event instanceof PathEvent.FunctionLeft) {
            return 3;
        }
        boolean starts = event instanceof PacketEvent packet && packet.beginsVisit();
        return event instanceof CommandEvent.CommandStarted ? 0 : starts ? 1 : 2;
    }

    /** The role that the kind of event is shown in. */
    static Role role(Event event) {
        if (event instanceof PathEvent.Dropped || event instanceof CommandEvent.Refused) {
            return Role.VERDICT_DROP;
        }
        if (event instanceof NatEvent.Translated) {
            return Role.NAT;
        }
        if (event instanceof TrackEvent || event instanceof ConnectionEvent) {
            return Role.CONNTRACK;
        }
        if (event instanceof RuleEvent.MetUnmodelled) {
            return Role.UNCERTAIN;
        }
        if (event instanceof RuleEvent.RulesPassed || event instanceof PathEvent.Noted) {
            return Role.PASSED;
        }
        boolean heading = event instanceof PathEvent.Resumed
                || (event instanceof PacketEvent packet && packet.beginsVisit())
                || event instanceof CommandEvent.CommandStarted;
        return heading ? Role.HEADING : Role.TEXT;
    }
}
