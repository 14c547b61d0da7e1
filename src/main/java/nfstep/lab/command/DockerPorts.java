package nfstep.lab.command;

import java.util.List;
import java.util.stream.IntStream;
import nfstep.lab.docker.PublishedPort;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads {@code -p [ADDRESS:][PORT:]PORT[/PROTO]}, where a port may be a range. */
final class DockerPorts {
    private static final Numbers PORT = new Numbers("port", 1, 65535);

    private final CommandLine line;
    private final Word word;

    private DockerPorts(CommandLine line, Word word) {
        this.line = line;
        this.word = word;
    }

    private record Range(int first, int last) {
        int length() {
            return last - first + 1;
        }
    }

    static List<PublishedPort> read(CommandLine line, Word word) {
        return new DockerPorts(line, word).read();
    }

    private List<PublishedPort> read() {
        String text = word.text();
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        String[] parts = (slash < 0 ? text : text.substring(0, slash)).split(":", -1);
        if (parts.length > 3 || !List.of("tcp", "udp").contains(protocol)) {
            throw problem();
        }
        IpAddress address = parts.length == 3
                ? Values.address(line, new Word(parts[0], word.span()))
                : IpAddress.any(IpFamily.IPV4);
        Range inside = range(parts[parts.length - 1]);
        String host = parts.length > 1 ? parts[parts.length - 2] : "";
        Range outside = host.isEmpty() ? new Range(0, 0) : range(host);
        if (!host.isEmpty() && outside.length() != inside.length()) {
            throw line.problem(Code.BAD_VALUE, word, "-p: the ranges are not of the same length: " + text);
        }
        return IntStream.range(0, inside.length())
                .mapToObj(i -> new PublishedPort(
                        protocol, address, host.isEmpty() ? 0 : outside.first() + i, inside.first() + i))
                .toList();
    }

    private Problem problem() {
        String hint = "write [ADDRESS:]PORT:PORT, PORT:PORT/udp or a range, such as 8000-8002:8000-8002";
        return line.problem(Code.BAD_VALUE, word, "-p cannot read " + word.text(), hint);
    }

    private Range range(String text) {
        int dash = text.indexOf('-');
        int first = number(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : number(text.substring(dash + 1));
        if (last < first) {
            throw problem();
        }
        return new Range(first, last);
    }

    private int number(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw problem();
        }
        return PORT.read(line, new Word(text, word.span()));
    }
}
