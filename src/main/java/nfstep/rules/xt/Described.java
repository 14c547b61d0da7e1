package nfstep.rules.xt;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.packet.IpFamily;
import nfstep.rules.Hook;
import nfstep.rules.Loadable;
import nfstep.source.Outcome;

/**
 * An extension by its description: what it is called, what it takes and how a rule's options become a match or target.
 *
 * @param table its options and how they go together
 */
record Described<T extends Loadable>(
        String name, String summary, Set<IpFamily> families, Options table, int implicitProtocol, Reader<T> reader)
        implements Extension<T> {
    /** Makes the match or target of options that go together. */
    @FunctionalInterface
    interface Reader<T> {
        /** The match or target, or what is wrong with a word of an option. */
        Outcome<T> read(Reading reading);
    }

    /** An extension of both families. */
    static <T extends Loadable> Described<T> of(String name, String summary, Options options, Reader<T> reader) {
        Set<IpFamily> both = Collections.unmodifiableSet(EnumSet.allOf(IpFamily.class));
        return new Described<>(name, summary, both, options, 0, reader);
    }

    /** The extension for one family only. */
    Described<T> only(IpFamily family) {
        Set<IpFamily> one = Collections.unmodifiableSet(EnumSet.of(family));
        return new Described<>(name, summary, one, table, implicitProtocol, reader);
    }

    /** The extension whose options are known as soon as a rule asks for that protocol. */
    Described<T> impliedBy(int protocol) {
        return new Described<>(name, summary, families, table, protocol, reader);
    }

    @Override
    public List<OptionSpec> options() {
        return table.specs();
    }

    @Override
    public Outcome<T> read(RuleSetting setting) {
        Optional<String> complaint = table.complaint(setting);
        if (complaint.isPresent()) {
            return Outcome.refused(name + ": " + complaint.get());
        }
        Outcome<T> made = reader.read(new Reading(name, table, setting));
        return setting.chain().isEmpty() ? made : made.then(it -> loaded(it, setting));
    }

    /** A chain that only rules lead to may have what one of the table's hooks takes: which of them lead there, shows later. */
    private Outcome<T> loaded(T made, RuleSetting setting) {
        List<Hook> hooks = setting.table().hooks();
        List<Hook> reached =
                hooks.stream().filter(h -> h.name().equals(setting.chain())).toList();
        List<Optional<String>> answers = (reached.isEmpty() ? hooks : reached)
                .stream().map(hook -> made.refusedAt(setting.table(), hook)).toList();
        return answers.stream().allMatch(Optional::isPresent)
                ? Outcome.refused(name + ": " + answers.get(0).orElseThrow())
                : Outcome.done(made);
    }
}
