package nfstep.kernel;

import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.RuleEvent;
import nfstep.rules.ChanceMatch;
import nfstep.trace.Position;
import nfstep.trace.RuleLine;
import nfstep.trace.Walk;

/**
 * Where a kernel decides for the first time by a chance of its own: what it does from there on may be something else.
 *
 * @param event of the walk
 * @param command the event that begins the command that it happens in
 * @param rule such as {@code rule 3 of filter/INPUT}
 */
record ChanceMet(int event, int command, String rule) {
    /** The first one of a walk. */
    static Optional<ChanceMet> first(Walk walk) {
        int command = 0;
        for (int i = 0; i < walk.size(); i++) {
            command = walk.event(i) instanceof CommandEvent.CommandStarted ? i : command;
            if (walk.event(i) instanceof RuleEvent rule) {
                Optional<String> met = met(walk, i, rule);
                if (met.isPresent()) {
                    return Optional.of(new ChanceMet(i, command, met.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> met(Walk walk, int event, RuleEvent rule) {
        if (rule instanceof RuleEvent.MetUnmodelled met) {
            return Optional.of(named(met.number(), rule)).filter(name -> met.isChance());
        }
        return rule instanceof RuleEvent.MatchAsked asked
                ? Optional.of(named(asked.number(), rule)).filter(name -> isChance(walk, event, asked))
                : Optional.empty();
    }

    private static String named(int number, RuleEvent event) {
        return "rule " + number + " of " + event.chain().path();
    }

    private static boolean isChance(Walk walk, int event, RuleEvent.MatchAsked asked) {
        return RuleLine.find(
                        walk.at(Position.of(event)).before().world(),
                        asked.at().namespace(),
                        asked.chain(),
                        asked.number())
                .map(line -> line.rule().matches().get(asked.match().position()))
                .filter(ChanceMatch.class::isInstance)
                .isPresent();
    }

    /** Why a walk cannot be compared whose chance was never that of the kernel, in so many runs. */
    String reason(int runs, Verification last) {
        return rule + " decides by chance (-m statistic --mode random), and in none of " + runs
                + " runs the kernel drew as the walk has it; " + last.agreed() + " of " + last.total()
                + " observable events agree in the last one";
    }

    /** Whether a difference may come of it; one that is the kernel's alone stands at the beginning of a command. */
    boolean mayLeadTo(Difference difference) {
        return difference.event() >= event || difference.event() == command;
    }
}
