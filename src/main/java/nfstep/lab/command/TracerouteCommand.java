package nfstep.lab.command;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code traceroute}: traceroute(8), the modern one for Linux, 2.1. */
final class TracerouteCommand {
    static final LabCommand COMMAND = new LabCommand(
            "traceroute",
            "traceroute [-n] [-I] [-f FIRST] [-m LAST] [-q PROBES] [-w SECONDS[,HERE,NEAR]] [-N TOGETHER] [-p PORT] "
                    + "[-s ADDRESS] [-i DEV] [-t TOS] [-F] ADDRESS [LENGTH]",
            "sends packets with a small TTL and prints who answers that they got no further",
            "traceroute -n 14.215.177.39",
            TracerouteCommand::read);

    private static final int LENGTH = 60;
    private static final int USUAL_PORT = 33434;
    private static final long SECOND = 1_000_000_000L;
    private static final Numbers HOPS = new Numbers("hops", 1, 255);
    private static final Numbers PROBES = new Numbers("probes for each hop", 1, 10);
    private static final Numbers TOGETHER = new Numbers("probes together", 1, 1000);
    private static final Numbers TOS = new Numbers("tos", 0, 255);
    private static final Numbers PACKET = new Numbers("packet length", 28, 65_000);

    private final CommandLine line;
    private final Arguments arguments;

    private TracerouteCommand(CommandLine line) {
        this.line = line;
        this.arguments = Options.none()
                .flag("-n")
                .flag("-4")
                .flag("-I", "--icmp")
                .flag("-U", "--udp")
                .flag("-F", "--dont-fragment")
                .valued("-f", "--first")
                .valued("-m", "--max-hops")
                .valued("-q", "--queries")
                .valued("-w", "--wait")
                .valued("-N", "--sim-queries")
                .valued("-p", "--port")
                .valued("-s", "--source")
                .valued("-i", "--interface")
                .valued("-t", "--tos")
                .read(line, 1);
        arguments.atMost(2);
    }

    private static Action read(CommandLine line) {
        TraceWish wish = new TracerouteCommand(line).wish();
        return session -> {
            new Tracing(session, line.namespace(), wish).run();
            return Optional.empty();
        };
    }

    private TraceWish wish() {
        Word target = arguments.operand(0, "the address");
        refuse("-U", "it is another method: one port for all probes");
        IpAddress destination = Values.destination(line, target);
        boolean icmp = arguments.has("-I");
        Way.Wish way = new Way.Wish(
                destination,
                arguments.address("-s"),
                arguments.value("-i").map(Word::text),
                arguments.number("-t", TOS, 0),
                0);
        return new TraceWish(
                way,
                target.text(),
                icmp,
                arguments.number("-p", Numbers.PORT, icmp ? 1 : USUAL_PORT),
                hops(),
                new TraceWish.Shape(length(), arguments.has("-F")),
                arguments.value("-w").map(this::waiting).orElse(new TraceWish.Waiting(5 * SECOND, true)),
                arguments.has("-n"));
    }

    private void refuse(String option, String why) {
        arguments.value(option).ifPresent(w -> {
            throw line.problem(Code.UNKNOWN_OPTION, w, "traceroute " + option + " is not modelled", why);
        });
    }

    private int length() {
        return arguments.operands().size() > 1
                ? PACKET.read(line, arguments.operands().get(1))
                : LENGTH;
    }

    private TraceWish.Hops hops() {
        TraceWish.Hops hops = new TraceWish.Hops(
                arguments.number("-f", HOPS, 1),
                arguments.number("-m", HOPS, 30),
                arguments.number("-q", PROBES, 3),
                arguments.number("-N", TOGETHER, 16));
        if (hops.first() > hops.last()) {
            throw line.problem(
                    Code.BAD_VALUE,
                    arguments.value("-f").orElse(line.name()),
                    "the first hop comes after the last: " + hops.first() + " > " + hops.last());
        }
        return hops;
    }

    /** {@code MAX}, or {@code MAX,HERE,NEAR}: only with the factors it is impatient. */
    private TraceWish.Waiting waiting(Word word) {
        String[] parts = word.text().split("[,/]", -1);
        long longest = Values.nanos(line, new Word(parts[0], word.span()));
        boolean impatient = false;
        for (int i = 1; i < parts.length; i++) {
            impatient |= Values.nanos(line, new Word(parts[i], word.span())) > 0;
        }
        return new TraceWish.Waiting(longest, impatient);
    }
}
