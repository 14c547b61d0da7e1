package nfstep.parse.ip;

import java.util.Optional;
import nfstep.host.edit.AddNeighbour;
import nfstep.host.edit.DeleteNeighbour;
import nfstep.host.edit.FlushNeighbours;
import nfstep.host.edit.ForgetNeighbours;
import nfstep.host.edit.Write;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.source.Code;
import nfstep.source.Parsed;

/** {@code ip neighbour}, ip-neighbour(8): those that are configured. */
final class NeighbourCommands {
    private static final Verbs VERBS =
            Verbs.of("add", "change", "chg", "replace", "delete", "show", "lst", "list", "flush");

    private static final Grammar ONE = Grammar.of(
            "ip neigh",
            "address",
            Keyword.value("to"),
            Keyword.value("lladdr"),
            Keyword.value("dev"),
            Keyword.value("nud"),
            Keyword.unmodelled("proxy"),
            Keyword.unmodelled("router"),
            Keyword.unmodelled("managed"),
            Keyword.unmodelled("extern_learn"));

    private static final Grammar SELECTION =
            Grammar.of("ip neigh show", "address", Keyword.value("to"), Keyword.value("dev"), Keyword.value("nud"));

    private final Call call;
    private final Problems problems;
    private final Values values;

    private NeighbourCommands(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = call.values(problems);
    }

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        NeighbourCommands commands = new NeighbourCommands(call, problems);
        return switch (call.verb("neigh", VERBS, problems).orElse("")) {
            case "add" -> commands.write(Write.ADD);
            case "change", "chg" -> commands.write(Write.CHANGE);
            case "replace" -> commands.write(Write.REPLACE);
            case "delete" -> commands.delete();
            case "flush" -> commands.flush();
            default -> commands.show();
        };
    }

    private Parsed<IpCommand> write(Write write) {
        Arguments arguments = Arguments.read(ONE, call.rest(), problems);
        Optional<IpAddress> address = address(arguments);
        Optional<String> device = device(arguments, "ip neigh");
        Optional<MacAddress> mac = problems.needed(arguments.value("lladdr"), "ip neigh: 'lladdr MAC' is missing")
                .flatMap(values::mac);
        permanent(arguments);
        return problems.unless(() -> IpCommand.Change.of(new AddNeighbour(
                call.namespace(), device.orElseThrow(), address.orElseThrow(), mac.orElseThrow(), write)));
    }

    private Optional<IpAddress> address(Arguments arguments) {
        return problems.needed(arguments.valueOrBare("to"), "ip neigh: the address is missing")
                .flatMap(values::address);
    }

    private Optional<String> device(Arguments arguments, String command) {
        return problems.needed(arguments.value("dev"), command + ": 'dev DEVICE' is missing")
                .flatMap(values::device);
    }

    private void permanent(Arguments arguments) {
        arguments
                .value("nud")
                .filter(w -> !w.is("permanent") && !w.is("all"))
                .ifPresent(w -> problems.at(
                        w, Code.BAD_VALUE, "ip neigh: nfstep models only neighbours that stay: 'nud permanent'"));
    }

    private Parsed<IpCommand> delete() {
        Arguments arguments = Arguments.read(ONE, call.rest(), problems);
        Optional<IpAddress> address = address(arguments);
        Optional<String> device = device(arguments, "ip neigh del");
        return problems.unless(() -> IpCommand.Change.of(
                new DeleteNeighbour(call.namespace(), device.orElseThrow(), address.orElseThrow())));
    }

    /** Without {@code nud permanent}, {@code ip} leaves alone what was configured. */
    private Parsed<IpCommand> flush() {
        Arguments arguments = Arguments.read(SELECTION, call.rest(), problems);
        Optional<String> device = device(arguments, "ip neigh flush");
        Optional<IpAddress> address = arguments.valueOrBare("to").flatMap(values::address);
        permanent(arguments);
        boolean configured = arguments.value("nud").isPresent();
        return problems.unless(() -> configured
                ? IpCommand.Change.of(new FlushNeighbours(call.namespace(), device.orElseThrow(), address))
                : IpCommand.Change.of(new ForgetNeighbours(call.namespace(), device.orElseThrow(), address)));
    }

    private Parsed<IpCommand> show() {
        Arguments arguments = Arguments.read(SELECTION, call.rest(), problems);
        Optional<String> device = arguments.value("dev").flatMap(values::device);
        Optional<IpAddress> address = arguments.valueOrBare("to").flatMap(values::address);
        permanent(arguments);
        return problems.unless(
                () -> new IpCommand.Show(new NeighbourListing(call.namespace(), call.family(), device, address)));
    }
}
