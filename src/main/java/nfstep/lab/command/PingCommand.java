package nfstep.lab.command;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Digits;

/** {@code ping}: ping(8) of iputils. */
final class PingCommand {
    static final LabCommand COMMAND = new LabCommand(
            "ping",
            "ping -c COUNT|-w SECONDS [-W SECONDS] [-i SECONDS] [-s BYTES] [-t TTL] [-I ADDRESS|DEV] [-M do|want|dont] "
                    + "[-Q TOS] [-m MARK] [-e ID] [-b] [-O] [-n] [-q] ADDRESS",
            "sends echo requests and prints what comes back; takes a second between two of them",
            "ping -c1 -W1 10.0.2.2",
            PingCommand::read);

    private static final long SECOND = 1_000_000_000L;
    private static final long LINGER = 10 * SECOND;
    private static final int USUAL_SIZE = 56;
    private static final Numbers SIZE = new Numbers("packet size", 0, 65_507);
    private static final Numbers TTL = new Numbers("ttl", 1, 255);
    private static final Numbers TOS = new Numbers("tos", 0, 255);
    private static final Numbers ID = new Numbers("id", 0, 65_535);
    private static final Numbers MARK = new Numbers("mark", 0, Integer.MAX_VALUE);

    private final CommandLine line;
    private final Arguments arguments;

    private PingCommand(CommandLine line) {
        this.line = line;
        this.arguments = Options.none()
                .valued("-c")
                .valued("-w")
                .valued("-W")
                .valued("-i")
                .valued("-s")
                .valued("-t")
                .valued("-I")
                .valued("-M")
                .valued("-Q")
                .valued("-m")
                .valued("-e")
                .flag("-b")
                .flag("-O")
                .flag("-n")
                .flag("-q")
                .flag("-4")
                .flag("-6")
                .read(line, 1);
        arguments.atMost(1);
    }

    private static Action read(CommandLine line) {
        PingWish wish = new PingCommand(line).wish();
        return session -> {
            Pinging.run(session, line.namespace(), wish);
            return Optional.empty();
        };
    }

    private PingWish wish() {
        Word target = arguments.operand(0, "the address");
        if (!arguments.has("-c") && !arguments.has("-w")) {
            String hint = "write how many: ping -c1 " + target.text();
            throw line.problem(Code.MISSING_VALUE, line.name(), "ping without -c or -w does not end", hint);
        }
        IpAddress destination = Values.destination(line, target);
        if (arguments.has("-6")) {
            throw line.problem(Code.BAD_VALUE, target, "the address is of the other family");
        }
        PingWish.Telling telling = new PingWish.Telling(arguments.has("-q"), arguments.has("-O"), arguments.has("-b"));
        return new PingWish(way(destination), target.text(), pace(), probe(destination), telling);
    }

    private Way.Wish way(IpAddress destination) {
        Optional<Word> from = arguments.value("-I");
        Optional<IpAddress> source = from.flatMap(w -> IpAddress.parse(w.text()));
        Optional<String> device = source.isPresent() ? Optional.empty() : from.map(Word::text);
        int mark = arguments.value("-m").map(this::mark).orElse(0);
        return new Way.Wish(destination, source, device, arguments.number("-Q", TOS, 0), mark);
    }

    /** Unlike iptables and ip, ping reads a mark in decimal only. */
    private int mark(Word word) {
        long mark = MARK.readLong(line, word);
        if (!Digits.areDecimal(word.text(), Integer.MAX_VALUE)) {
            throw line.problem(Code.BAD_VALUE, word, "invalid argument: '" + word.text() + "'", "write " + mark);
        }
        return (int) mark;
    }

    private PingWish.Pace pace() {
        return new PingWish.Pace(
                arguments.number("-c", Numbers.COUNT, Integer.MAX_VALUE),
                nanos("-i", SECOND),
                nanos("-W", LINGER),
                nanos("-w", PingWish.Pace.NEVER));
    }

    private long nanos(String option, long otherwise) {
        return arguments.value(option).map(w -> Values.nanos(line, w)).orElse(otherwise);
    }

    private PingWish.Probe probe(IpAddress destination) {
        return new PingWish.Probe(
                arguments.number("-s", SIZE, USUAL_SIZE),
                optional("-t", TTL),
                optional("-e", ID),
                arguments.value("-M").map(this::discovery).orElseGet(() -> usualDiscovery(destination)));
    }

    /** What goes to a group, or may go to everybody, is not cut unless the user says so: {@code ping4_run}. */
    private PingWish.Discovery usualDiscovery(IpAddress destination) {
        boolean toMany = arguments.has("-b") || destination.isMulticast();
        return toMany ? PingWish.Discovery.DO : PingWish.Discovery.WANT;
    }

    private OptionalInt optional(String option, Numbers range) {
        Optional<Word> word = arguments.value(option);
        return word.isPresent() ? OptionalInt.of(range.read(line, word.get())) : OptionalInt.empty();
    }

    private PingWish.Discovery discovery(Word word) {
        return PingWish.Discovery.of(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE, word, "-M: no such way: " + word.text(), "write do, want or dont"));
    }
}
