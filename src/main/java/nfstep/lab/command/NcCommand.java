package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nfstep.host.Listener;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.packet.Services;
import nfstep.parse.HereDocument;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code nc}: nc(1) of OpenBSD, as Debian has it. */
final class NcCommand {
    static final LabCommand COMMAND = new LabCommand(
            "nc",
            "nc [-u] [-z] [-v] [-n] [-N] [-w SECONDS] [-q SECONDS] [-s ADDRESS] [-p PORT] ADDRESS PORT[-PORT] [<<'END'] | "
                    + "nc -l [-k] [-u] [ADDRESS] "
                    + "PORT &",
            "opens a connection and sends the lines below, or waits for connections",
            "nc -z -v -w2 10.0.2.15 80",
            new LabCommand.Extras(true, true, ""),
            NcCommand::read);

    private static final Numbers PORT = new Numbers("port", 1, 65535);

    private NcCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments = Options.none()
                .flag("-l")
                .flag("-k")
                .flag("-u")
                .flag("-z")
                .flag("-v")
                .flag("-n")
                .flag("-N")
                .flag("-4")
                .flag("-6")
                .valued("-w")
                .valued("-q")
                .valued("-s")
                .valued("-p")
                .read(line, 1);
        arguments.atMost(2);
        return arguments.has("-l") ? server(arguments) : client(arguments);
    }

    private static Action server(Arguments arguments) {
        CommandLine line = arguments.line();
        if (!line.line().background()) {
            throw line.problem(Code.SYNTAX, line.name(), "nc -l would not end here", "put '&' behind it");
        }
        Optional<Word> option = arguments.value("-p");
        int last = arguments.operands().size() - 1;
        Word port = option.orElseGet(() -> arguments.operand(Math.max(last, 0), "the port"));
        boolean addressed = option.isPresent() ? last >= 0 : last >= 1;
        IpAddress address = addressed
                ? Values.address(line, arguments.operand(0, "the address"))
                : arguments.address("-s").orElse(IpAddress.any(arguments.has("-6") ? IpFamily.IPV6 : IpFamily.IPV4));
        int protocol = arguments.has("-u") ? Protocols.UDP : Protocols.TCP;
        Listener listener = new Listener(protocol, address, port(line, port, protocol), "nc");
        return session -> ServerCommands.listen(session, line, listener, arguments.has("-k"));
    }

    private static Action client(Arguments arguments) {
        CommandLine line = arguments.line();
        if (line.line().background()) {
            throw line.problem(Code.SYNTAX, line.name(), "only nc -l runs in the background", "leave the '&' out");
        }
        IpAddress destination = Values.destination(line, arguments.operand(0, "the address"));
        int protocol = arguments.has("-u") ? Protocols.UDP : Protocols.TCP;
        NcWish wish = new NcWish(
                Way.Wish.to(destination).from(arguments.address("-s")),
                ports(arguments, arguments.operand(1, "the port")),
                arguments.value("-p").map(w -> port(line, w, protocol)),
                new NcWish.Ending(nanos(arguments, "-w"), nanos(arguments, "-q"), arguments.has("-N")),
                new NcWish.Manner(arguments.has("-u"), arguments.has("-z"), arguments.has("-v"), arguments.has("-n")),
                data(line));
        return session -> new NcClient(session, line, wish).run();
    }

    private static OptionalLong nanos(Arguments arguments, String option) {
        Optional<Word> word = arguments.value(option);
        return word.isPresent() ? OptionalLong.of(Values.nanos(arguments.line(), word.get())) : OptionalLong.empty();
    }

    /** A number, or a name of Debian's /etc/services: {@code strtoport}. */
    private static int port(CommandLine line, Word word, int protocol) {
        OptionalInt named = Services.port(word.text(), Protocols.name(protocol));
        return named.isPresent() ? named.getAsInt() : PORT.read(line, word);
    }

    /** {@code 80}, {@code http}, or with {@code -z} also {@code 80-90}. */
    private static List<Integer> ports(Arguments arguments, Word word) {
        CommandLine line = arguments.line();
        int protocol = arguments.has("-u") ? Protocols.UDP : Protocols.TCP;
        boolean named = Services.port(word.text(), Protocols.name(protocol)).isPresent();
        int dash = arguments.has("-z") && !named ? word.text().indexOf('-') : -1;
        if (dash < 0) {
            return List.of(port(line, word, protocol));
        }
        int first = PORT.read(line, new Word(word.text().substring(0, dash), word.span()));
        int last = PORT.read(line, new Word(word.text().substring(dash + 1), word.span()));
        return IntStream.rangeClosed(Math.min(first, last), Math.max(first, last))
                .boxed()
                .toList();
    }

    private static String data(CommandLine line) {
        return line.document().map(HereDocument::text).orElse("");
    }
}
