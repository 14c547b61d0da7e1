package nfstep.lab.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.IpAddress;
import nfstep.parse.Word;
import nfstep.source.Code;

/** {@code curl}: one request of a web server; curl(1). */
final class CurlCommand {
    static final LabCommand COMMAND = new LabCommand(
            "curl",
            "curl [-s] [-S] [-v] [-I] [-m SECONDS] [--connect-timeout SECONDS] [--interface ADDRESS] [--local-port PORT] "
                    + "[-H HEADER] [-o /dev/null] [-w FORMAT] URL",
            "asks a web server for a page and prints what it answers",
            "curl -m 5 http://10.0.2.15:8080/",
            CurlCommand::read);

    private static final String URL = "(?:([a-z]+)://)?(\\[[0-9a-fA-F:.]+]|[^/:]+)(?::([0-9]+))?(/.*)?";
    private static final int HTTP = 80;

    private final CommandLine line;
    private final Arguments arguments;

    private CurlCommand(CommandLine line) {
        this.line = line;
        this.arguments = Options.none()
                .flag("-s", "--silent")
                .flag("-S", "--show-error")
                .flag("-v", "--verbose")
                .flag("-I", "--head")
                .flag("-4", "--ipv4")
                // a modelled server answers each request with a page, never with an error or another place
                .flag("-f", "--fail")
                .flag("-L", "--location")
                .valued("-m", "--max-time")
                .valued("--connect-timeout")
                .valued("--interface")
                .valued("--local-port")
                .valued("-H", "--header")
                .valued("-o", "--output")
                .valued("-w", "--write-out")
                .read(line, 1);
        arguments.atMost(1);
    }

    private static Action read(CommandLine line) {
        CurlWish wish = new CurlCommand(line).wish();
        return session -> {
            new CurlRun(session, line.namespace(), wish).run();
            return Optional.empty();
        };
    }

    private CurlWish wish() {
        CurlWish.Target target = target(arguments.operand(0, "the URL"));
        Optional<Word> port = arguments.value("--local-port");
        return new CurlWish(
                target,
                arguments.value("--interface").map(this::source),
                port.isPresent() ? OptionalInt.of(Numbers.PORT.read(line, port.get())) : OptionalInt.empty(),
                new CurlWish.Patience(nanos("-m"), nanos("--connect-timeout")),
                telling());
    }

    private long nanos(String option) {
        return arguments.value(option).map(w -> Values.nanos(line, w)).orElse(CurlWish.Patience.ENDLESS);
    }

    private CurlWish.Telling telling() {
        arguments.value("-o").filter(w -> !w.is("/dev/null")).ifPresent(w -> {
            throw line.problem(Code.REFUSED, w, "a lab writes no files", "write -o /dev/null, or leave it out");
        });
        return new CurlWish.Telling(
                !arguments.has("-s") || arguments.has("-S"),
                arguments.has("-v"),
                arguments.has("-o"),
                arguments.value("-w").map(this::format).orElse(""));
    }

    private String format(Word word) {
        String rest = word.text().replace("%{http_code}", "").replace("%{response_code}", "");
        if (rest.contains("%")) {
            throw line.problem(Code.BAD_VALUE, word, "-w knows only %{http_code} and \\n");
        }
        return word.text().replace("\\n", "\n").replace("%{response_code}", "%{http_code}");
    }

    private IpAddress source(Word word) {
        return IpAddress.parse(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "--interface takes an address here, not a device: " + word.text(),
                        "write the address that the request is to come from"));
    }

    private CurlWish.Target target(Word word) {
        Matcher matcher = Pattern.compile(URL).matcher(word.text());
        boolean fits = matcher.matches();
        if (!fits || (matcher.group(1) != null && !matcher.group(1).equals("http"))) {
            String hint = "write http://ADDRESS[:PORT]/";
            throw line.problem(Code.BAD_VALUE, word, "not a URL of a web server: " + word.text(), hint);
        }
        String host = matcher.group(2);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        IpAddress address = Values.destination(line, new Word(bare, word.span()));
        int port = matcher.group(3) == null ? HTTP : Numbers.PORT.read(line, new Word(matcher.group(3), word.span()));
        String path = matcher.group(4) == null ? "/" : matcher.group(4);
        return new CurlWish.Target(
                host,
                address,
                port,
                path,
                arguments.has("-I"),
                arguments.values("-H").stream().map(Word::text).toList());
    }
}
