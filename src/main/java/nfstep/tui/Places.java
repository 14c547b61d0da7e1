package nfstep.tui;

import java.util.Optional;
import nfstep.debugger.Breakpoint;
import nfstep.debugger.Session;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.NatEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;

/** What the step under the cursor is a place of. */
final class Places {
    private Places() {}

    /** The breakpoint that would stop here. */
    static Optional<Breakpoint> breakpoint(Session session) {
        Event event = session.scene().event();
        if (event instanceof PathEvent.HookEntered hook) {
            return Optional.of(new Breakpoint.AtHook(hook.where().hook()));
        }
        if (event instanceof PathEvent.Dropped) {
            return Optional.of(new Breakpoint.AtDrop());
        }
        if (event instanceof NatEvent.Translated) {
            return Optional.of(new Breakpoint.AtTranslation());
        }
        if (event instanceof RuleEvent.ChainEntered entered) {
            return Optional.of(new Breakpoint.AtChain(
                    entered.chain().table(), entered.chain().chain()));
        }
        return session.scene().after().focus().top().flatMap(Places::rule);
    }

    private static Optional<Breakpoint> rule(Focus.Frame frame) {
        var chain = frame.chain();
        return frame.rule() == 0
                ? Optional.of(new Breakpoint.AtChain(chain.table(), chain.chain()))
                : Optional.of(new Breakpoint.AtRule(chain.table(), chain.chain(), frame.rule()));
    }
}
