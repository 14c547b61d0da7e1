package nfstep.rules;

import nfstep.conntrack.Tuple;

/** The sockets of a namespace that talk to somebody, as far as a match may ask for them. */
@FunctionalInterface
public interface OpenSockets {
    /** No socket talks. */
    OpenSockets NONE = arriving -> false;

    /** Whether one of them gets packets of that tuple, as they arrive. */
    boolean receives(Tuple arriving);
}
