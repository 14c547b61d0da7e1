package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.xt.Extension;
import nfstep.rules.xt.Extensions;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** Says what to write instead of an option that is not known at its place. */
final class UnknownOption {
    private final Input input;
    private final CommandParts parts;
    private final Vocabulary vocabulary;

    UnknownOption(Input input, CommandParts parts, Vocabulary vocabulary) {
        this.input = input;
        this.parts = parts;
        this.vocabulary = vocabulary;
    }

    Problem problem(Argument.Unknown argument) {
        String text = argument.at().text();
        int equals = text.indexOf('=');
        String written = equals < 0 ? text : text.substring(0, equals);
        Optional<String> hint = written.startsWith("--") ? hint(written.substring(2)) : Optional.empty();
        return hint.map(it -> input.problem(Code.UNKNOWN_OPTION, argument.at(), argument.reason(), it))
                .orElseGet(() -> input.problem(Code.UNKNOWN_OPTION, argument.at(), argument.reason()));
    }

    private Optional<String> hint(String name) {
        return ofTarget(name).or(() -> ofMatch(name)).or(() -> similar("--" + name));
    }

    private Optional<String> ofTarget(String name) {
        List<String> owners = owners(targets(), name);
        return owners.isEmpty() || (parts.target != null && owners.contains(parts.target.name()))
                ? Optional.empty()
                : Optional.of("--" + name + " is an option of the target " + either(owners) + ": write it behind -j "
                        + owners.get(0));
    }

    private Optional<String> ofMatch(String name) {
        List<String> owners = owners(matches(), name);
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        List<String> protocols = matches()
                .filter(it -> it.implicitProtocol() != 0 && has(it, name))
                .map(it -> "-p " + Protocols.name(it.implicitProtocol()))
                .toList();
        String before = protocols.isEmpty() ? "-m " + owners.get(0) : either(protocols);
        return Optional.of(
                "--" + name + " is an option of the match " + either(owners) + ": write " + before + " before it");
    }

    private Optional<String> similar(String written) {
        List<String> known = new ArrayList<>(vocabulary.names());
        matches().forEach(it -> it.options().forEach(option -> known.add("--" + option.name())));
        targets().forEach(it -> it.options().forEach(option -> known.add("--" + option.name())));
        return Nearest.among(written, known).map(it -> "did you mean '" + it + "'?");
    }

    private Stream<Extension<?>> matches() {
        IpFamily family = input.family();
        return Extensions.matchNames(family).stream().flatMap(it -> Extensions.match(it, family).stream());
    }

    private Stream<Extension<?>> targets() {
        IpFamily family = input.family();
        return Extensions.targetNames(family).stream().flatMap(it -> Extensions.target(it, family).stream());
    }

    private static List<String> owners(Stream<Extension<?>> all, String name) {
        return all.filter(it -> has(it, name)).<String>map(Extension::name).toList();
    }

    private static boolean has(Extension<?> extension, String name) {
        return extension.options().stream().anyMatch(it -> it.name().equals(name));
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
