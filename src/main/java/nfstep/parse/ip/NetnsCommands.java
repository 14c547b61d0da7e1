package nfstep.parse.ip;

import java.util.Optional;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.AddNamespace;
import nfstep.host.edit.DeleteNamespace;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Outcome;
import nfstep.source.Parsed;

/** {@code ip netns}, ip-netns(8). */
final class NetnsCommands {
    private static final Verbs VERBS = Verbs.of("list", "show", "add", "delete", "exec");

    private NetnsCommands() {}

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        Optional<String> verb = call.verb("netns", VERBS, problems);
        return switch (verb.orElse("")) {
            case "add" -> named(call, problems, AddNamespace::new);
            case "delete" -> named(call, problems, DeleteNamespace::new);
            case "exec" -> exec(call, problems);
            case "" -> problems.unless(() -> IpCommand.Show.of(NetnsCommands::list));
            default -> list(call, problems);
        };
    }

    private interface Maker {
        NetworkEdit make(String name);
    }

    private static Parsed<IpCommand> named(Call call, Problems problems, Maker maker) {
        Optional<Word> word = problems.needed(call.rest().stream().findFirst(), "ip netns: no name of a namespace");
        Optional<String> name = word.flatMap(call.values(problems)::namespace);
        surplus(call, problems, 1);
        return problems.unless(() -> IpCommand.Change.of(maker.make(name.orElseThrow())));
    }

    private static Parsed<IpCommand> exec(Call call, Problems problems) {
        Optional<Word> word =
                problems.needed(call.rest().stream().findFirst(), "ip netns exec: no name of a namespace");
        Optional<String> name = word.flatMap(call.values(problems)::namespace);
        if (call.rest().size() == 1) {
            problems.missing("ip netns exec: no command");
        }
        return problems.unless(() -> new IpCommand.Exec(
                name.orElseThrow(), call.rest().subList(1, call.rest().size())));
    }

    private static Parsed<IpCommand> list(Call call, Problems problems) {
        surplus(call, problems, 0);
        return problems.unless(() -> IpCommand.Show.of(NetnsCommands::list));
    }

    private static void surplus(Call call, Problems problems, int room) {
        if (call.rest().size() > room) {
            Word word = call.rest().get(room);
            problems.at(word, Code.UNKNOWN_OPTION, "ip netns: unexpected word '" + word.text() + "'");
        }
    }

    private static Outcome<String> list(Network network) {
        StringBuilder out = new StringBuilder();
        for (String name : network.byName().keySet()) {
            out.append(name.equals(Network.HOST) ? "" : name + "\n");
        }
        return Outcome.done(out.toString());
    }
}
