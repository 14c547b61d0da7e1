package nfstep.state;

import nfstep.rules.Backend;
import nfstep.rules.RulesEdit;

/** Gives the rules that a table gets the next numbers of a world. */
public final class RuleNumbering implements RulesEdit.RuleNumbers {
    private final Backend backend;
    private long next;

    /** That of a world as it is. */
    public RuleNumbering(World world) {
        backend = world.backend();
        next = world.ids().rule();
    }

    @Override
    public long next() {
        return next++;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    /** The number that comes next. */
    long following() {
        return next;
    }
}
