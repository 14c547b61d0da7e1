package nfstep.lab.fuzz;

import java.util.Set;
import java.util.TreeSet;
import nfstep.event.CommandEvent;
import nfstep.event.NatEvent;
import nfstep.trace.Walk;

/**
 * Where NAT drew a port at random: a kernel draws another one, and what follows from it cannot be compared. And where
 * packets go round and round.
 */
final class Draws {
    /** More events than any command has that comes to an end by itself. */
    private static final int ENDLESS = 20_000;

    private Draws() {}

    /** The numbers of the commands that led to it, from 0. */
    static Set<Integer> commands(Walk walk) {
        Set<Integer> commands = new TreeSet<>();
        int command = -1;
        int begin = 0;
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof CommandEvent.CommandStarted) {
                command++;
                begin = i;
            } else if (i - begin > ENDLESS) {
                commands.add(command);
            } else if (walk.event(i) instanceof NatEvent.Decided decided
                    && decided.drawn().isPresent()) {
                commands.add(command);
            }
        }
        return commands;
    }
}
