package nfstep.parse.ip;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import nfstep.host.Link;
import nfstep.host.Network;
import nfstep.host.Scope;
import nfstep.host.edit.AddNamespace;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.packet.Prefix;
import nfstep.parse.Word;

/** Words as values: what is not one becomes a problem. */
record Values(Problems problems, Optional<IpFamily> family) {
    /** The process whose namespace is the host's own. */
    static final String INIT = "1";

    Optional<IpAddress> address(Word word) {
        return of(word, IpAddress::parse, "is not an IP address").filter(a -> isOfFamily(word, a.family()));
    }

    private boolean isOfFamily(Word word, IpFamily other) {
        boolean fits = family.isEmpty() || family.get() == other;
        if (!fits) {
            problems.bad(word, "'" + word.text() + "' is not an address of this family");
        }
        return fits;
    }

    Optional<MacAddress> mac(Word word) {
        return of(word, t -> MacAddress.parse(t.toLowerCase(Locale.ROOT)), "is not a link-layer address");
    }

    /** A device's name as a new device may have it. */
    Optional<String> newName(Word word) {
        return of(
                word,
                t -> Optional.of(t).filter(Link::isName),
                "cannot be a device's name: 1 to " + Link.MAX_NAME + " characters, no blank, '/' or ':'");
    }

    /** A device's name; whether there is such a device the network says. */
    Optional<String> device(Word word) {
        return of(word, t -> Optional.of(t).filter(n -> !n.isEmpty()), "is not a device's name");
    }

    /** The name of a namespace that somebody made. */
    Optional<String> namespace(Word word) {
        if (word.is(Network.HOST)) {
            problems.bad(
                    word, "'host' is how nfstep calls the namespace outside of all others; no command can name it");
            return Optional.empty();
        }
        return of(word, t -> Optional.of(t).filter(AddNamespace::isName), "cannot be the name of a namespace");
    }

    /** The name of a namespace, or 1: the process whose namespace is the host's. */
    Optional<String> namespaceOrHost(Word word) {
        return word.is(INIT) ? Optional.of(Network.HOST) : namespace(word);
    }

    OptionalInt number(Word word, int least, int most) {
        OptionalLong value = longNumber(word, least, most);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    OptionalInt number(Optional<Word> word, int least, int most) {
        return word.isPresent() ? number(word.get(), least, most) : OptionalInt.empty();
    }

    /** Decimal, hexadecimal with 0x or octal with 0, as strtoul(3) reads it. */
    OptionalLong longNumber(Word word, long least, long most) {
        Optional<Long> value = Numbers.parse(word.text()).filter(n -> n >= least && n <= most);
        if (value.isEmpty()) {
            problems.bad(word, "'" + word.text() + "' is not a number from " + least + " to " + most);
        }
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** A prefix as {@code ip} reads it: {@code default}, fewer than four numbers, a mask for a length. */
    Optional<Prefix> prefix(Word word) {
        IpFamily wanted = family.orElse(IpFamily.IPV4);
        if (PrefixText.isEverything(word.text())) {
            return Optional.of(Prefix.any(wanted));
        }
        return of(word, PrefixText::parse, "is not a prefix").filter(p -> isOfFamily(word, p.family()));
    }

    /** As {@link #prefix}, but bits of the host are a mistake in an IPv4 route: the kernel refuses it. */
    Optional<Prefix> network(Word word) {
        Optional<Prefix> prefix = prefix(word);
        boolean rest = prefix.filter(p -> p.family() == IpFamily.IPV4 && PrefixText.hasHostBits(word.text()))
                .isPresent();
        if (rest) {
            problems.at(
                    word,
                    nfstep.source.Code.BAD_VALUE,
                    "Invalid prefix for given prefix length: " + word.text(),
                    "the network is " + prefix.get());
        }
        return prefix;
    }

    Optional<Scope> scope(Word word) {
        return of(word, RouteNames::scope, "is not a scope: global, site, link, host or nowhere");
    }

    Optional<Integer> table(Word word) {
        return of(word, RouteNames::table, "is not a table: local, main, default or a number");
    }

    Optional<String> protocol(Word word) {
        return of(word, RouteNames::protocol, "is not an origin of routes: kernel, boot, static, redirect or a number");
    }

    private <T> Optional<T> of(Word word, Function<String, Optional<T>> parse, String flaw) {
        Optional<T> value = parse.apply(word.text());
        if (value.isEmpty()) {
            problems.bad(word, "'" + word.text() + "' " + flaw);
        }
        return value;
    }
}
