package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads {@code ip} commands, ip(8) of iproute2 6.1. */
public final class Ip {
    /** What a command can be about, in the order in which its start is compared. */
    private static final Verbs OBJECTS = Verbs.of(
            "address",
            "addrlabel",
            "maddress",
            "route",
            "rule",
            "neighbor",
            "neighbour",
            "ntable",
            "ntbl",
            "link",
            "l2tp",
            "fou",
            "ila",
            "macsec",
            "tunnel",
            "tuntap",
            "tap",
            "token",
            "tcpmetrics",
            "monitor",
            "xfrm",
            "mroute",
            "mrule",
            "netns",
            "netconf",
            "vrf",
            "sr",
            "nexthop",
            "mptcp",
            "ioam",
            "help",
            "stats");

    private static final List<String> MODELLED = List.of("address", "link", "neigh", "netns", "route", "rule");

    private Ip() {}

    /**
     * Reads a command.
     *
     * @param namespace the one that it runs in
     * @param words of the command, {@code ip} first
     */
    public static Parsed<IpCommand> read(SourceText source, String namespace, List<Word> words) {
        IpOptions options = IpOptions.read(source, namespace, words);
        Problems problems = options.problems();
        if (!problems.none()) {
            return problems.unless(() -> nothing());
        }
        if (options.rest().isEmpty()) {
            problems.missing("ip: an object is missing: " + String.join(", ", MODELLED));
            return problems.unless(() -> nothing());
        }
        Word object = options.rest().get(0);
        List<Word> rest = options.rest().subList(1, options.rest().size());
        return about(new Call(source, options.namespace(), options.family(), options.shape(), object, rest));
    }

    private static IpCommand nothing() {
        return new IpCommand.Change(List.of(), "");
    }

    private static Parsed<IpCommand> about(Call call) {
        Optional<String> object = OBJECTS.find(call.object().text());
        return switch (object.orElse("")) {
            case "address" -> AddressCommands.read(call);
            case "link" -> LinkCommands.read(call);
            case "route" -> RouteCommands.read(call);
            case "rule" -> RuleCommands.read(call);
            case "neighbor", "neighbour" -> NeighbourCommands.read(call);
            case "netns" -> NetnsCommands.read(call);
            case "" -> unknown(call);
            default -> unmodelled(call, object.get());
        };
    }

    private static Parsed<IpCommand> unknown(Call call) {
        Problems problems = call.problems();
        String message = "Object \"" + call.object().text() + "\" is unknown, try \"ip help\"";
        problems.unknown(call.object(), Code.UNKNOWN_COMMAND, message, MODELLED);
        return problems.unless(Ip::nothing);
    }

    private static Parsed<IpCommand> unmodelled(Call call, String object) {
        Problems problems = call.problems();
        problems.at(
                call.object(),
                Code.UNKNOWN_COMMAND,
                "nfstep does not model 'ip " + object + "'",
                "it models " + String.join(", ", MODELLED));
        return problems.unless(Ip::nothing);
    }
}
