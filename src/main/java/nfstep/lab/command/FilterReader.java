package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Prefix;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads a capture filter: host, net, port, src, dst, protocols, and, or, not, parentheses of pcap-filter(7). */
final class FilterReader {
    private final CommandLine line;
    private final List<Word> words = new ArrayList<>();
    private int at;

    /** The words of the filter; one word in quotes may hold several. */
    FilterReader(CommandLine line, List<Word> written) {
        this.line = line;
        for (Word word : written) {
            for (String part : word.text()
                    .replace("(", " ( ")
                    .replace(")", " ) ")
                    .replace("!", " ! ")
                    .split("\\s+", -1)) {
                if (!part.isEmpty()) {
                    words.add(new Word(part, word.span()));
                }
            }
        }
    }

    CaptureFilter read() {
        if (words.isEmpty()) {
            return CaptureFilter.ALL;
        }
        CaptureFilter filter = any();
        if (at < words.size()) {
            throw problem("'" + words.get(at).text() + "' is not expected here");
        }
        return filter;
    }

    private Problem problem(String message) {
        Word word = words.get(Math.min(at, words.size() - 1));
        return line.problem(
                Code.SYNTAX, word, "filter: " + message, "host, net, port, src, dst, tcp, udp, icmp, and, or, not");
    }

    private boolean take(String... some) {
        for (String word : some) {
            if (at < words.size() && words.get(at).is(word)) {
                at++;
                return true;
            }
        }
        return false;
    }

    private Word next(String expected) {
        if (at == words.size()) {
            throw problem(expected + " is missing");
        }
        return words.get(at++);
    }

    /** Equal rank, from the left, as pcap-filter(7) has it. */
    private CaptureFilter any() {
        CaptureFilter filter = one();
        while (at < words.size() && !words.get(at).is(")")) {
            CaptureFilter left = filter;
            if (take("or", "||")) {
                CaptureFilter right = one();
                filter = p -> left.test(p) || right.test(p);
            } else if (take("and", "&&")) {
                CaptureFilter right = one();
                filter = p -> left.test(p) && right.test(p);
            } else {
                throw problem(
                        "'and' or 'or' is missing before '" + words.get(at).text() + "'");
            }
        }
        return filter;
    }

    private CaptureFilter one() {
        if (take("not", "!")) {
            CaptureFilter negated = one();
            return p -> !negated.test(p);
        }
        if (take("(")) {
            CaptureFilter inner = any();
            if (!take(")")) {
                throw problem("')' is missing");
            }
            return inner;
        }
        return primitive();
    }

    private CaptureFilter primitive() {
        Word word = next("a condition");
        return switch (word.text()) {
            case "src" -> directed(true, false);
            case "dst" -> directed(false, true);
            case "host", "net", "port" -> kind(word.text(), true, true);
            case "proto" -> protocol(next("the protocol"));
            case "ip" -> p -> p.family() == nfstep.packet.IpFamily.IPV4;
            case "ip6" -> p -> p.family() == nfstep.packet.IpFamily.IPV6;
            default -> protocolWithPort(word);
        };
    }

    /** {@code tcp}, or {@code tcp port 80}. */
    private CaptureFilter protocolWithPort(Word word) {
        CaptureFilter protocol = protocol(word);
        boolean more = at < words.size()
                && List.of("port", "src", "dst").contains(words.get(at).text());
        if (!more) {
            return protocol;
        }
        CaptureFilter rest = primitive();
        return p -> protocol.test(p) && rest.test(p);
    }

    private CaptureFilter protocol(Word word) {
        int number = word.is("icmp6")
                ? Protocols.ICMPV6
                : Protocols.number(word.text()).orElseThrow(() -> {
                    at--;
                    return problem("'" + word.text() + "' is not known");
                });
        return p -> p.protocol() == number;
    }

    private CaptureFilter directed(boolean source, boolean destination) {
        boolean named = at < words.size()
                && List.of("host", "net", "port").contains(words.get(at).text());
        return kind(named ? words.get(at++).text() : "host", source, destination);
    }

    private CaptureFilter kind(String kind, boolean source, boolean destination) {
        Word value = next("the value of " + kind);
        if (kind.equals("port")) {
            int port = Numbers.PORT.read(line, value);
            return p -> (source && p.sourcePort() == port) || (destination && p.destinationPort() == port);
        }
        Predicate<IpAddress> fits = kind.equals("net") ? net(value) : Values.address(line, value)::equals;
        return p -> either(p, source, destination, fits);
    }

    private Predicate<IpAddress> net(Word value) {
        Prefix prefix = Prefix.parse(value.text())
                .orElseThrow(() -> line.problem(Code.BAD_VALUE, value, "not a network: " + value.text()));
        return a -> a.family() == prefix.address().family() && prefix.contains(a);
    }

    private static boolean either(Packet p, boolean source, boolean destination, Predicate<IpAddress> fits) {
        return (source && fits.test(p.source())) || (destination && fits.test(p.destination()));
    }
}
