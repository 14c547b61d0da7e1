package nfstep.debugger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.lab.BuiltInLab;
import nfstep.lab.command.LabCommand;
import nfstep.packet.IpFamily;
import nfstep.rules.Chain;
import nfstep.rules.Hook;
import nfstep.rules.Table;
import nfstep.state.World;

/** What the last word of a command line may become. */
final class Completion {
    private static final List<String> BEFORE_NAMESPACE = List.of("exec", "-n", "netns", "del");
    private static final List<String> BEFORE_DEVICE = List.of("dev", "in", "-i", "-o", "master", "oif", "iif");
    private static final List<String> BEFORE_CHAIN =
            List.of("-A", "-I", "-D", "-R", "-C", "-F", "-L", "-S", "-P", "-Z", "-N", "-X", "-E", "-j", "-g");
    private static final List<String> TARGETS = List.of("ACCEPT", "DROP", "RETURN");

    private final Session session;

    Completion(Session session) {
        this.session = session;
    }

    /** The words that begin like the last one of a line, in order; a line that ends with a blank has an empty last word. */
    List<String> of(String line) {
        List<String> words = Arrays.asList(line.stripLeading().split("\\s+", -1));
        String last = words.get(words.size() - 1);
        return candidates(words.subList(0, words.size() - 1))
                .filter(candidate -> candidate.startsWith(last))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> candidates(List<String> before) {
        if (before.isEmpty()) {
            return Stream.concat(Commands.ALL.stream().map(Command::name), labCommands());
        }
        String verb = before.get(0);
        Optional<String> own = labCommands().anyMatch(verb::equals)
                ? Optional.empty()
                : Commands.named(verb).map(Command::name);
        if (own.isPresent()) {
            return before.size() == 1 ? arguments(own.get()) : Stream.empty();
        }
        return wordsOfTheLab(before.get(before.size() - 1));
    }

    private static Stream<String> labCommands() {
        return nfstep.lab.command.Commands.ALL.stream().map(LabCommand::name);
    }

    private Stream<String> arguments(String command) {
        return switch (command) {
            case "break" -> places();
            case "edit", "edit!" -> BuiltInLab.names().stream();
            default -> Stream.empty();
        };
    }

    private Stream<String> places() {
        List<String> places = new ArrayList<>(List.of("verdict", "translation", "drop"));
        Arrays.stream(Hook.values())
                .map(hook -> hook.name().toLowerCase(Locale.ROOT))
                .forEach(places::add);
        tables().forEach(table ->
                table.chains().forEach(chain -> places.add(table.name().word() + "/" + chain.name())));
        return places.stream();
    }

    private Stream<String> wordsOfTheLab(String before) {
        if (BEFORE_NAMESPACE.contains(before)) {
            return world().network().namespaces().stream().map(Namespace::name);
        }
        if (BEFORE_DEVICE.contains(before)) {
            return world().network().namespaces().stream()
                    .flatMap(host -> host.links().values().stream())
                    .map(Link::name);
        }
        if (BEFORE_CHAIN.contains(before)) {
            return Stream.concat(
                    TARGETS.stream(),
                    tables().flatMap(table -> table.chains().stream()).map(Chain::name));
        }
        return before.equals("-t")
                ? new TreeSet<>(tables().map(table -> table.name().word()).toList()).stream()
                : labCommands();
    }

    private Stream<Table> tables() {
        return world().network().namespaces().stream().flatMap(host -> Arrays.stream(IpFamily.values())
                .flatMap(family -> world().netfilter(host.name()).rules(family).used().stream()));
    }

    /** New commands run at the end of the walk. */
    private World world() {
        return session.walk().end().world();
    }
}
