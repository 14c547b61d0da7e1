package nfstep.lab.command;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code ping}: ping(8) of iputils. */
final class PingCommand {
    static final LabCommand COMMAND = new LabCommand(
            "ping",
            "ping -c COUNT [-W SECONDS] [-i SECONDS] [-s BYTES] [-t TTL] [-I SOURCE] [-n] [-q] ADDRESS",
            "sends echo requests and prints what comes back; takes a second between two of them",
            "ping -c1 -W1 10.0.2.2",
            PingCommand::read);

    private static final long SECOND = 1_000_000_000L;
    private static final long LINGER = 10 * SECOND;
    private static final int USUAL_SIZE = 56;
    private static final int USUAL_TTL = 64;
    private static final Numbers SIZE = new Numbers("packet size", 0, 65_507);
    private static final Numbers TTL = new Numbers("ttl", 1, 255);

    private PingCommand() {}

    /**
     * What ping is told to do.
     *
     * @param interval between two requests, in nanoseconds
     * @param linger how long it waits for the last answer, in nanoseconds
     * @param source empty for the address that routing chooses
     */
    record Wish(
            IpAddress destination,
            int count,
            long interval,
            long linger,
            int size,
            int ttl,
            Optional<IpAddress> source,
            boolean quiet) {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .valued("-c")
                .valued("-W")
                .valued("-i")
                .valued("-s")
                .valued("-t")
                .valued("-I")
                .flag("-n")
                .flag("-q")
                .flag("-4")
                .flag("-6")
                .read(line, 1);
        Word target = arguments.operand(0, "the address");
        arguments.atMost(1);
        if (!arguments.has("-c")) {
            String hint = "write how many: ping -c1 " + target.text();
            throw line.problem(Code.MISSING_VALUE, line.name(), "ping without -c does not end", hint);
        }
        Wish wish = wish(arguments, target);
        return session -> {
            new Pinging(session, line.namespace(), wish).run();
            return Optional.empty();
        };
    }

    private static Wish wish(Arguments arguments, Word target) {
        CommandLine line = arguments.line();
        IpAddress destination = Values.address(line, target);
        boolean six = destination.family() == IpFamily.IPV6;
        if (arguments.has(six ? "-4" : "-6")) {
            throw line.problem(Code.BAD_VALUE, target, "the address is of the other family");
        }
        return new Wish(
                destination,
                arguments.number("-c", Numbers.COUNT, 1),
                arguments.value("-i").map(w -> Values.nanos(line, w)).orElse(SECOND),
                arguments.value("-W").map(w -> Values.nanos(line, w)).orElse(LINGER),
                arguments.number("-s", SIZE, USUAL_SIZE),
                arguments.number("-t", TTL, USUAL_TTL),
                arguments.value("-I").map(w -> source(line, w)),
                arguments.has("-q"));
    }

    private static IpAddress source(CommandLine line, Word word) {
        return IpAddress.parse(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "-I takes an address here, not a device: " + word.text(),
                        "write the address of the device that the requests are to come from"));
    }
}
