package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nfstep.packet.IpFamily;
import nfstep.rules.Loadable;
import nfstep.rules.Match;
import nfstep.rules.Target;
import nfstep.source.Outcome;

/**
 * An extension that is known, not modelled: what is asked of a rule before it is kept.
 *
 * @param notation its options, see {@link Notation}
 * @param protocols of which the rule must ask for one; empty for none
 * @param tracking whether a rule with it switches connection tracking on
 * @param completion what iptables makes of the options before it saves them
 * @param placing where the kernel loads it, which may depend on its options
 */
record Known(
        String name,
        String summary,
        Notation notation,
        List<IpFamily> families,
        List<Integer> protocols,
        boolean tracking,
        Completion completion,
        Function<Reading, Place> placing) {
    /** What iptables makes of options before it saves them. */
    @FunctionalInterface
    interface Completion {
        /** The options that are saved. */
        List<OptionUse> of(Reading reading, List<OptionUse> uses);
    }

    Known {
        families = List.copyOf(families);
        protocols = List.copyOf(protocols);
    }

    /** An extension of both families that asks for nothing. */
    static Known known(String name, String notation, String summary) {
        List<IpFamily> both = List.of(IpFamily.IPV4, IpFamily.IPV6);
        Notation options = Notation.of(notation);
        return new Known(name, summary, options, both, List.of(), false, (reading, uses) -> uses, reading -> Place.ANY);
    }

    /** The extension for one family only. */
    Known only(IpFamily family) {
        return new Known(name, summary, notation, List.of(family), protocols, tracking, completion, placing);
    }

    /** The extension for rules that ask for one of these protocols. */
    Known needing(Integer... some) {
        return new Known(name, summary, notation, families, List.of(some), tracking, completion, placing);
    }

    /** The extension, which switches connection tracking on. */
    Known tracked() {
        return new Known(name, summary, notation, families, protocols, true, completion, placing);
    }

    /** The extension, which the kernel loads in some places only. */
    Known placed(Place some) {
        return placedBy(reading -> some);
    }

    /** The extension, whose options say where the kernel loads it. */
    Known placedBy(Function<Reading, Place> some) {
        return new Known(name, summary, notation, families, protocols, tracking, completion, some);
    }

    /** The extension, of whose options something is made before they are saved. */
    Known completed(Completion some) {
        return new Known(name, summary, notation, families, protocols, tracking, some, placing);
    }

    /** It as a match. */
    Described<Match> match() {
        return described(this::read);
    }

    /** It as a target. */
    Described<Target> target() {
        return described(this::readTarget);
    }

    private <T extends Loadable> Described<T> described(Described.Reader<T> reader) {
        Described<T> all = Described.of(name, summary + " Kept, not modelled.", notation.options(), reader);
        return families.size() == 1 ? all.only(families.get(0)) : all;
    }

    private Outcome<Match> read(Reading reading) {
        String options = options(reading);
        return reading.made(() -> new UnmodelledMatch(name, options, tracking, placing.apply(reading)));
    }

    private Outcome<Target> readTarget(Reading reading) {
        String options = options(reading);
        return reading.made(() -> new UnmodelledTarget(name, options, tracking, placing.apply(reading)));
    }

    private String options(Reading reading) {
        if (!protocols.isEmpty() && !protocols.contains(reading.setting().protocol())) {
            Layer4.require(reading, protocols.get(0));
        }
        return notation.text(reading, completion.of(reading, uses(reading)));
    }

    /** The options under the names that iptables-save prints. */
    private static List<OptionUse> uses(Reading reading) {
        List<OptionUse> uses = new ArrayList<>();
        for (OptionUse use : reading.setting().options()) {
            uses.add(new OptionUse(reading.principal(use.option()), use.inverted(), use.words()));
        }
        return uses;
    }
}
