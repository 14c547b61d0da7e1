package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.BaseMatch;
import nfstep.rules.Match;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.source.Outcome;

/** Reads extensions from the words of a rule, for tests: {@code [!] -p tcp -m tcp --dport 80}. */
record Written(IpFamily family, TableName table, String chain) {
    static final Written FORWARD = new Written(IpFamily.IPV4, TableName.FILTER, "FORWARD");
    static final Written FORWARD6 = new Written(IpFamily.IPV6, TableName.FILTER, "FORWARD");

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    static Written in(String place) {
        int slash = place.indexOf('/');
        TableName table = TableName.of(place.substring(0, slash)).orElseThrow();
        return new Written(IpFamily.IPV4, table, place.substring(slash + 1));
    }

    Match match(String text) {
        return readMatch(text).orElseThrow();
    }

    Target target(String text) {
        return readTarget(text).orElseThrow();
    }

    Outcome<Match> readMatch(String text) {
        Words words = new Words(words(text));
        BaseMatch base = base(words);
        return words.at("-m")
                ? read(Extensions.match(words.second(), family), base, words)
                : read(Extensions.implicitFor(base.protocol().value(), family), base, words);
    }

    Outcome<Target> readTarget(String text) {
        Words words = new Words(words(text));
        BaseMatch base = base(words);
        words.expect("-j");
        return read(Extensions.target(words.next(), family), base, words);
    }

    /** The protocol as iptables-save prints it, with a blank behind. */
    String saved(String text) {
        String base = base(new Words(words(text))).toSyntax();
        return base.isEmpty() ? "" : base + " ";
    }

    private <T> Outcome<T> read(Optional<Extension<T>> extension, BaseMatch base, Words words) {
        if (extension.isEmpty()) {
            return Outcome.refused("unknown extension");
        }
        Outcome<List<OptionUse>> uses = words.options(extension.get());
        return uses.then(all -> extension.get().read(new RuleSetting(family, table, chain, base, all)));
    }

    private BaseMatch base(Words words) {
        BaseMatch any = BaseMatch.any(family);
        int protocol = words.at("-p") ? 0 : words.at("!", "-p") ? 1 : -1;
        if (protocol < 0) {
            return any;
        }
        words.skip(protocol + 1);
        OptionalInt number = Protocols.number(words.next());
        var asked = new BaseMatch.Negatable<>(protocol == 1, number.orElseThrow());
        return new BaseMatch(family, any.source(), any.destination(), any.in(), any.out(), asked, any.fragment());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(Optional.ofNullable(matcher.group(1))
                    .map(quoted -> quoted.replaceAll("\\\\(.)", "$1"))
                    .orElseGet(() -> matcher.group(2)));
        }
        return words;
    }

    private static final class Words {
        private final List<String> words;
        private int at;

        Words(List<String> words) {
            this.words = words;
        }

        boolean at(String... wanted) {
            return at + wanted.length <= words.size()
                    && words.subList(at, at + wanted.length).equals(List.of(wanted));
        }

        void skip(int count) {
            at += count;
        }

        String next() {
            return words.get(at++);
        }

        void expect(String word) {
            if (!next().equals(word)) {
                throw new IllegalArgumentException("no " + word + " in " + words);
            }
        }

        String second() {
            skip(1);
            return next();
        }

        Outcome<List<OptionUse>> options(Extension<?> extension) {
            List<OptionUse> uses = new ArrayList<>();
            while (at < words.size()) {
                boolean inverted = at("!");
                skip(inverted ? 1 : 0);
                String name = next().substring(2);
                Optional<OptionSpec> spec = extension.options().stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst();
                int arity = spec.map(OptionSpec::arity).orElse(words.size());
                if (at + arity > words.size()) {
                    return Outcome.refused("unknown option or missing word: --" + name);
                }
                uses.add(new OptionUse(name, inverted, List.copyOf(words.subList(at, at + arity))));
                skip(arity);
            }
            return Outcome.done(uses);
        }
    }
}
