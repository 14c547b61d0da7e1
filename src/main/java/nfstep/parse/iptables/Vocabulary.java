package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.packet.IpFamily;
import nfstep.rules.xt.OptionSpec;

/**
 * The long options that are known at a point of a command: those of iptables, then those of matches and targets, the
 * latest loaded first; {@code xtables.c}, {@code xtables_merge_options}.
 */
final class Vocabulary {
    private final IpFamily family;
    private final List<Loaded> loaded = new ArrayList<>();

    Vocabulary(IpFamily family) {
        this.family = family;
    }

    /** Where a name leads: to an option of iptables or to one of an extension. */
    sealed interface Meaning {
        /** The whole name. */
        String name();

        /** Whether a word belongs to it, as far as {@code getopt_long} knows. */
        BaseOption.Value value();
    }

    /** An option of iptables itself. */
    record OfBase(String name, BaseOption option) implements Meaning {
        @Override
        public BaseOption.Value value() {
            return option.value();
        }
    }

    /** An option of a match or target. */
    record OfExtension(Loaded owner, OptionSpec option) implements Meaning {
        @Override
        public String name() {
            return option.name();
        }

        @Override
        public BaseOption.Value value() {
            return option.arity() == 0 ? BaseOption.Value.NONE : BaseOption.Value.NEEDED;
        }
    }

    /** From now on an extension's options are known; a second use of the same name takes them over. */
    void learn(Loaded extension) {
        loaded.removeIf(it -> it.name().equals(extension.name()));
        loaded.add(0, extension);
    }

    /** What a name, or the beginning of one, can mean; a whole name has one meaning only. */
    List<Meaning> meanings(String written) {
        Optional<Meaning> whole = whole(written);
        return whole.isPresent()
                ? List.of(whole.get())
                : distinct(all().stream()
                        .filter(it -> it.name().startsWith(written))
                        .toList());
    }

    /** All names with their dashes. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(it -> names.add("--" + it.name()));
        return names;
    }

    private Optional<Meaning> whole(String name) {
        BaseOption base = BaseOption.named(name);
        if (base != null && isKnown(base)) {
            return Optional.of(new OfBase(name, base));
        }
        for (Loaded extension : loaded) {
            Optional<OptionSpec> option = extension.option(name);
            if (option.isPresent()) {
                return Optional.of(new OfExtension(extension, option.get()));
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(BaseOption option) {
        return family == IpFamily.IPV4 || option != BaseOption.FRAGMENT;
    }

    private List<Meaning> all() {
        List<Meaning> all = new ArrayList<>();
        Arrays.stream(BaseOption.values()).filter(this::isKnown).forEach(it -> it.names()
                .forEach(name -> all.add(new OfBase(name, it))));
        for (Loaded extension : loaded) {
            extension.options().forEach(it -> all.add(new OfExtension(extension, it)));
        }
        return all;
    }

    /** Two names of one option of iptables are one meaning. */
    private static List<Meaning> distinct(List<Meaning> meanings) {
        List<Meaning> result = new ArrayList<>();
        Set<BaseOption> seen = EnumSet.noneOf(BaseOption.class);
        for (Meaning it : meanings) {
            if (!(it instanceof OfBase base) || seen.add(base.option())) {
                result.add(it);
            }
        }
        return result;
    }
}
