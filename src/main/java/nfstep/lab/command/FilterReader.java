package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Prefix;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads a capture filter: host, net, port, src, dst, protocols, and, or, not, parentheses of pcap-filter(7). */
final class FilterReader {
    private static final List<String> KINDS = List.of("host", "net", "port", "portrange");

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
                Code.SYNTAX,
                word,
                "filter: " + message,
                "host, net, port, portrange, src, dst, tcp, udp, icmp, and, or, not");
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
            case "host", "net", "port", "portrange" -> kind(word.text(), true, true);
            case "proto" -> protocol(next("the protocol"));
            case "ip" -> ofFamily(IpFamily.IPV4);
            case "ip6" -> ofFamily(IpFamily.IPV6);
            default -> protocolWithPort(word);
        };
    }

    /** {@code ip}, or {@code ip proto 6}, {@code ip host ...}. */
    private CaptureFilter ofFamily(IpFamily family) {
        CaptureFilter filter = p -> p.family() == family;
        return qualified(filter, List.of("proto", "host", "net", "src", "dst"));
    }

    /** {@code tcp}, or {@code tcp port 80}. */
    private CaptureFilter protocolWithPort(Word word) {
        return qualified(protocol(word), List.of("port", "portrange", "src", "dst"));
    }

    private CaptureFilter qualified(CaptureFilter first, List<String> more) {
        if (at == words.size() || !more.contains(words.get(at).text())) {
            return first;
        }
        CaptureFilter rest = primitive();
        return p -> first.test(p) && rest.test(p);
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

    /** {@code src}, {@code src or dst}, and what must be there. */
    private CaptureFilter directed(boolean source, boolean destination) {
        if (source && at + 1 < words.size() && words.get(at + 1).is("dst") && take("or", "||")) {
            at++;
            return directed(true, true);
        }
        boolean named = at < words.size() && KINDS.contains(words.get(at).text());
        return kind(named ? words.get(at++).text() : "host", source, destination);
    }

    private CaptureFilter kind(String kind, boolean source, boolean destination) {
        Word value = next("the value of " + kind);
        if (kind.startsWith("port")) {
            IntPredicate port = port(kind, value);
            return p -> (source && port.test(p.sourcePort())) || (destination && port.test(p.destinationPort()));
        }
        Predicate<IpAddress> fits = kind.equals("net") ? net(value) : Values.address(line, value)::equals;
        return p -> either(p, source, destination, fits);
    }

    private IntPredicate port(String kind, Word value) {
        int dash = kind.equals("portrange") ? value.text().indexOf('-') : -1;
        if (dash < 0) {
            int port = Numbers.PORT.read(line, value);
            return p -> p == port;
        }
        int first = Numbers.PORT.read(line, new Word(value.text().substring(0, dash), value.span()));
        int last = Numbers.PORT.read(line, new Word(value.text().substring(dash + 1), value.span()));
        return p -> p >= first && p <= last;
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
