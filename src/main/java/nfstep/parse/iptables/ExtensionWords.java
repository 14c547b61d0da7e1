package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.rules.Match;
import nfstep.rules.Target;
import nfstep.rules.xt.Extension;
import nfstep.rules.xt.Extensions;
import nfstep.rules.xt.OptionSpec;
import nfstep.rules.xt.OptionUse;
import nfstep.source.Code;

/** Loads matches and targets and reads their options: {@code xshared.c}, {@code command_default}. */
final class ExtensionWords {
    private final Input input;
    private final Arguments arguments;
    private final CommandParts parts;
    private final Vocabulary vocabulary;
    /** Whether the match of the protocol was loaded because of one of its options. */
    private boolean protocolUsed;

    ExtensionWords(Input input, Arguments arguments, CommandParts parts, Vocabulary vocabulary) {
        this.input = input;
        this.arguments = arguments;
        this.parts = parts;
        this.vocabulary = vocabulary;
    }

    /** {@code -m NAME}. */
    void match(Word word) {
        Extension<Match> match =
                Extensions.match(alias(word.text()), input.family()).orElseThrow(() -> noMatch(word));
        load(match, word);
    }

    /** {@code -j NAME}: if there is no such target, it may be a chain. */
    void jump(Word word) {
        String name = new Values(input).target(word);
        Optional<Extension<Target>> target = Extensions.target(name, input.family());
        target.ifPresent(it -> {
            Loaded loaded = new Loaded(it, word);
            parts.target = loaded;
            vocabulary.learn(loaded);
        });
    }

    /** Loads the match that {@code -p} implies, once, when an option is not known otherwise: {@code load_proto}. */
    boolean loadForProtocol(Word at) {
        if (protocolUsed || !parts.has(BaseOption.PROTOCOL)) {
            return false;
        }
        Optional<Extension<Match>> match = Extensions.implicitFor(parts.protocol, input.family());
        match.ifPresent(it -> load(it, at));
        protocolUsed = match.isPresent();
        return protocolUsed;
    }

    /** Takes an option of a match or target with its words. */
    void use(Argument.Extra argument, boolean inverted) {
        OptionSpec spec = argument.option();
        List<String> words = new ArrayList<>();
        argument.value().ifPresent(it -> words.add(it.text()));
        while (words.size() < spec.arity()) {
            words.add(arguments
                    .word()
                    .orElseThrow(() -> input.problem(
                            Code.MISSING_VALUE,
                            argument.at(),
                            "option \"--" + spec.name() + "\" requires " + spec.arity() + " arguments"))
                    .text());
        }
        argument.owner()
                .use(
                        new OptionUse(spec.name(), inverted, words),
                        argument.value().orElse(argument.at()));
    }

    /** The problem of an option that nothing knows. */
    Problem unknown(Argument.Unknown argument) {
        return new UnknownOption(input, parts, vocabulary).problem(argument);
    }

    private void load(Extension<Match> match, Word word) {
        Loaded loaded = new Loaded(match, word);
        parts.matches.add(loaded);
        vocabulary.learn(loaded);
    }

    private static String alias(String name) {
        return name.equals("icmpv6") || name.equals("ipv6-icmp") ? "icmp6" : name;
    }

    private Problem noMatch(Word word) {
        String message = "Couldn't load match `" + word.text() + "': there is no such match";
        if (new Values(input).targets().contains(word.text())) {
            return input.problem(Code.UNKNOWN_MATCH, word, message, word.text() + " is a target: -j " + word.text());
        }
        return input.unknown(Code.UNKNOWN_MATCH, word, message, Extensions.matchNames(input.family()));
    }
}
