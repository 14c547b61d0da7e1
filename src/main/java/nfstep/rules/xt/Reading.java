package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** The options of one extension in one rule while they are read. What is wrong first is what the user is told. */
final class Reading {
    private final String extension;
    private final Options options;
    private final RuleSetting setting;
    private final List<String> complaints = new ArrayList<>();

    Reading(String extension, Options options, RuleSetting setting) {
        this.extension = extension;
        this.options = options;
        this.setting = setting;
    }

    /** The rest of the rule and where it stands. */
    RuleSetting setting() {
        return setting;
    }

    /** The family of the table. */
    IpFamily family() {
        return setting.family();
    }

    /** The name under which an option is printed. */
    String principal(String name) {
        return options.principal(name);
    }

    /** The option's use, under any of its names. */
    Optional<OptionUse> use(String name) {
        for (OptionUse use : setting.options()) {
            if (options.principal(use.option()).equals(name)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    /** The option's use, where {@link Options#needsOneOf} has seen to it that there is one. */
    OptionUse required(String name) {
        return use(name).orElseThrow(() -> new IllegalStateException("no --" + name));
    }

    /** Whether the option was given. */
    boolean has(String name) {
        return options.has(setting, name);
    }

    /** What the option's use is read as; the other value where it was not given. */
    <V> V value(String name, V otherwise, Function<OptionUse, V> reader) {
        return use(name).map(reader).orElse(otherwise);
    }

    /** Says that something is wrong with the option. */
    void refuse(OptionUse use, String reason) {
        refuse("--" + use.option() + " " + reason);
    }

    /** Says that something is wrong. */
    void refuse(String reason) {
        complaints.add(reason);
    }

    /** Whether something is wrong. */
    boolean isRefused() {
        return !complaints.isEmpty();
    }

    /** A number within bounds; the lower one once it was refused. */
    long number(OptionUse use, long least, long most) {
        OptionalLong number = Numbers.parse(use.word());
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            refuse(use, "takes a number from " + least + " to " + most + ", not " + Quoting.quote(use.word()));
            return least;
        }
        return number.getAsLong();
    }

    /** An address of the table's family; the unspecified one once it was refused. */
    IpAddress address(OptionUse use, String text) {
        Optional<IpAddress> address = IpAddress.parse(text).filter(a -> a.family() == family());
        if (address.isEmpty()) {
            String kind = family() == IpFamily.IPV4 ? "an IPv4 address" : "an IPv6 address";
            refuse(use, "takes " + kind + ", not " + Quoting.quote(text));
        }
        return address.orElse(IpAddress.any(family()));
    }

    /** What was made of all words, or what was wrong first. */
    <T> Outcome<T> made(Supplier<T> maker) {
        return complaints.isEmpty() ? Outcome.done(maker.get()) : Outcome.refused(extension + ": " + complaints.get(0));
    }
}
