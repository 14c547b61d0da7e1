package nfstep.debugger;

import java.util.List;
import java.util.Optional;
import nfstep.trace.Move;
import nfstep.trace.Way;

/** The commands of the debugger, named as gdb names them; a unique beginning of a name is enough. */
public final class Commands {
    /** All commands in the order in which help lists them. */
    public static final List<Command> ALL = List.of(
            move("step", List.of("s"), "one step forward: rule by rule, event by event", Move.STEP, Way.FORWARD),
            move("rstep", List.of("rs"), "one step back", Move.STEP, Way.BACK),
            move("next", List.of("n"), "forward, over a jump into another chain", Move.OVER_JUMP, Way.FORWARD),
            move("rnext", List.of("rn"), "back, over a jump into another chain", Move.OVER_JUMP, Way.BACK),
            move("finish", List.of("fin"), "out of this chain", Move.OUT_OF_CHAIN, Way.FORWARD),
            move("rfinish", List.of(), "back to what led into this chain", Move.OUT_OF_CHAIN, Way.BACK),
            move("hook", List.of(), "the next function of a hook", Move.HOOK_FUNCTION, Way.FORWARD),
            move("rhook", List.of(), "the function of a hook before", Move.HOOK_FUNCTION, Way.BACK),
            move("packet", List.of("p"), "the next packet", Move.PACKET, Way.FORWARD),
            move("rpacket", List.of("rp"), "the packet before", Move.PACKET, Way.BACK),
            move("translation", List.of("t"), "the next translation or drop", Move.TRANSLATION_OR_DROP, Way.FORWARD),
            move("rtranslation", List.of("rt"), "the translation or drop before", Move.TRANSLATION_OR_DROP, Way.BACK),
            new Command(
                    "continue",
                    List.of("c"),
                    "continue",
                    "forward to a breakpoint; without any, to the next verdict",
                    "continue",
                    (service, argument) -> service.resume(Way.FORWARD)),
            new Command(
                    "rcontinue",
                    List.of("rc"),
                    "rcontinue",
                    "back to a breakpoint; without any, to the verdict before",
                    "rcontinue",
                    (service, argument) -> service.resume(Way.BACK)),
            new Command(
                    "goto",
                    List.of(),
                    "goto STEP",
                    "to a step by its number",
                    "goto 12",
                    (service, argument) -> goTo(service, argument)),
            new Command(
                    "break",
                    List.of("b"),
                    "break TABLE/CHAIN[:RULE] | HOOK | verdict ACCEPT|DROP | translation | drop",
                    "sets a breakpoint, or removes it if it is set",
                    "break filter/FORWARD",
                    (service, argument) -> breakAt(service, argument)),
            new Command(
                    "delete",
                    List.of("d"),
                    "delete NUMBER",
                    "removes a breakpoint",
                    "delete 1",
                    (service, argument) -> delete(service, argument)),
            new Command(
                    "disable",
                    List.of(),
                    "disable NUMBER",
                    "keeps a breakpoint, but does not stop there",
                    "disable 1",
                    (service, argument) -> enable(service, argument, false)),
            new Command(
                    "enable",
                    List.of(),
                    "enable NUMBER",
                    "stops at a breakpoint again",
                    "enable 1",
                    (service, argument) -> enable(service, argument, true)),
            new Command(
                    "info",
                    List.of("i"),
                    "info",
                    "lists the breakpoints and says where the cursor is",
                    "info",
                    (service, argument) -> Reply.said(Info.of(service.session()))),
            new Command(
                    "write",
                    List.of("w"),
                    "write FILE",
                    "saves the walk for a teammate; write! replaces a file",
                    "write walk.json",
                    (service, argument) -> service.save(argument, false)),
            new Command(
                    "write!",
                    List.of("w!"),
                    "write! FILE",
                    "saves the walk, over another file if need be",
                    "write! walk.json",
                    (service, argument) -> service.save(argument, true)),
            new Command(
                    "edit",
                    List.of("e"),
                    "edit FILE",
                    "opens a lab, a saved walk, or the text of iptables-save",
                    "edit walk.json",
                    (service, argument) -> service.open(argument, false)),
            new Command(
                    "edit!",
                    List.of("e!"),
                    "edit! FILE",
                    "opens another, even if this walk has changed and is not saved",
                    "edit! docker-reply",
                    (service, argument) -> service.open(argument, true)));

    private Commands() {}

    /** The command that a word names: by its name or alias, or by a beginning that no other name has. */
    public static Optional<Command> named(String word) {
        Optional<Command> exact = ALL.stream()
                .filter(c -> c.name().equals(word) || c.aliases().contains(word))
                .findFirst();
        if (exact.isPresent() || word.isEmpty()) {
            return exact;
        }
        List<Command> begun =
                ALL.stream().filter(c -> c.name().startsWith(word)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    private static Command move(String name, List<String> aliases, String help, Move move, Way way) {
        return new Command(name, aliases, name + " [COUNT]", help, name, (service, argument) -> {
            int count = argument.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(argument) : 1;
            if (!argument.isEmpty() && count == 1 && !argument.equals("1")) {
                return Reply.refused(name + " takes a count, not '" + argument + "'");
            }
            Reply reply = Reply.DONE;
            for (int i = 0; i < count && reply.done(); i++) {
                reply = service.move(move, way);
            }
            return reply;
        });
    }

    private static Reply goTo(DebuggerService service, String argument) {
        return argument.matches("[1-9][0-9]{0,17}")
                ? service.goTo(Long.parseLong(argument))
                : Reply.refused("goto takes the number of a step, such as: goto 12");
    }

    private static Reply breakAt(DebuggerService service, String argument) {
        var parsed = BreakpointText.parse(argument);
        return parsed.value()
                .map(service::toggle)
                .orElseGet(() -> Reply.refused(parsed.refusal().orElseThrow()));
    }

    private static Reply delete(DebuggerService service, String argument) {
        return number(argument)
                .flatMap(n -> service.session().stops().find(n))
                .map(s -> service.toggle(s.breakpoint()))
                .orElseGet(() -> noBreakpoint(argument));
    }

    private static Reply enable(DebuggerService service, String argument, boolean enabled) {
        return number(argument).map(n -> service.enable(n, enabled)).orElseGet(() -> noBreakpoint(argument));
    }

    private static Reply noBreakpoint(String argument) {
        return Reply.refused("there is no breakpoint '" + argument + "'; info lists them");
    }

    private static Optional<Integer> number(String argument) {
        return argument.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.parseInt(argument)) : Optional.empty();
    }
}
