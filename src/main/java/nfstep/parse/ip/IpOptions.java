package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.SourceText;

/** The options of a command and the words after them. */
record IpOptions(String namespace, Optional<IpFamily> family, Shape shape, List<Word> rest, Problems problems) {
    static IpOptions read(SourceText source, String namespace, List<Word> words) {
        Problems problems = new Problems(source, words.get(words.size() - 1));
        IpOptions options =
                new IpOptions(namespace, Optional.empty(), Shape.LINES, words.subList(1, words.size()), problems);
        while (problems.none()
                && !options.rest.isEmpty()
                && options.rest.get(0).text().startsWith("-")) {
            options = options.next();
        }
        return options;
    }

    private IpOptions next() {
        Word option = rest.get(0);
        return switch (option.text().startsWith("--") ? option.text().substring(1) : option.text()) {
            case "-4" -> of(IpFamily.IPV4, 1);
            case "-6" -> of(IpFamily.IPV6, 1);
            case "-f", "-family" -> namedFamily();
            case "-n", "-net", "-netns" -> inNamespace();
            case "-o", "-oneline" -> in(Shape.ONE_LINE);
            case "-br", "-brief" -> in(Shape.BRIEF);
            default -> refused(option);
        };
    }

    private IpOptions in(Shape other) {
        return new IpOptions(namespace, family, other, rest.subList(1, rest.size()), problems);
    }

    private IpOptions of(IpFamily other, int used) {
        return new IpOptions(namespace, Optional.of(other), shape, rest.subList(used, rest.size()), problems);
    }

    private IpOptions namedFamily() {
        String word = rest.size() > 1 ? rest.get(1).text() : "";
        if (word.equals("inet") || word.equals("inet6")) {
            return of(word.equals("inet") ? IpFamily.IPV4 : IpFamily.IPV6, 2);
        }
        problems.bad(rest.get(Math.min(1, rest.size() - 1)), "ip -f: the family is inet or inet6");
        return this;
    }

    private IpOptions inNamespace() {
        if (rest.size() < 2) {
            problems.missing("ip -n: the name of a namespace is missing");
            return this;
        }
        Optional<String> name = new Values(problems, family).namespace(rest.get(1));
        return new IpOptions(name.orElse(namespace), family, shape, rest.subList(2, rest.size()), problems);
    }

    private IpOptions refused(Word option) {
        problems.at(
                option,
                Code.UNKNOWN_OPTION,
                "ip: option \"" + option.text() + "\" is not one of those that nfstep has: -4, -6, -f, -n, -o, -br");
        return this;
    }
}
