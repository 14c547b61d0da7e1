package nfstep.debugger;

import java.util.OptionalInt;
import nfstep.event.ChainRef;
import nfstep.event.Event;
import nfstep.event.NatEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.rules.Action;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;

/** A place or a happening at which {@code continue} stops. */
public sealed interface Breakpoint {
    /** The step of the event at which it stops, counted from 0; none if it does not stop there. */
    OptionalInt hit(Event event);

    /** As a user writes it behind {@code break}. */
    String text();

    /** A packet comes to that hook. */
    record AtHook(Hook hook) implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            return at(event instanceof PathEvent.HookEntered e && e.where().hook() == hook);
        }

        @Override
        public String text() {
            return hook.name();
        }
    }

    /** A packet comes to the head of that chain. */
    record AtChain(TableName table, String chain) implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            return at(event instanceof RuleEvent.ChainEntered e && is(e.chain(), table, chain));
        }

        @Override
        public String text() {
            return table.word() + "/" + chain;
        }
    }

    /** A packet is compared with that rule, whether it matches or not. */
    record AtRule(TableName table, String chain, int number) implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            if (event instanceof RuleEvent.RulesPassed e && is(e.chain(), table, chain)) {
                boolean within = e.from() <= number && number <= e.to();
                return within ? OptionalInt.of(number - e.from()) : OptionalInt.empty();
            }
            return at(event instanceof RuleEvent.RuleMatched e && is(e.chain(), table, chain) && e.number() == number);
        }

        @Override
        public String text() {
            return table.word() + "/" + chain + ":" + number;
        }
    }

    /** A rule or a policy gives that verdict. */
    record AtVerdict(Verdict verdict) implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            boolean byRule = event instanceof RuleEvent.RuleMatched e
                    && e.rule().action() instanceof Action.Standard s
                    && s.verdict() == verdict;
            return at(byRule || (event instanceof RuleEvent.PolicyApplied p && p.policy() == verdict));
        }

        @Override
        public String text() {
            return "verdict " + verdict;
        }
    }

    /** A packet's addresses or ports are changed. */
    record AtTranslation() implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            return at(event instanceof NatEvent.Translated);
        }

        @Override
        public String text() {
            return "translation";
        }
    }

    /** A packet is dropped, by a rule or by anything else. */
    record AtDrop() implements Breakpoint {
        @Override
        public OptionalInt hit(Event event) {
            return at(event instanceof PathEvent.Dropped);
        }

        @Override
        public String text() {
            return "drop";
        }
    }

    private static OptionalInt at(boolean hits) {
        return hits ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private static boolean is(ChainRef ref, TableName table, String chain) {
        return ref.table() == table && ref.chain().equals(chain);
    }
}
