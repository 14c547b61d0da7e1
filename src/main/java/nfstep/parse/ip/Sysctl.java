package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.host.SysctlName;
import nfstep.host.Sysctls;
import nfstep.host.edit.LocalEdit;
import nfstep.host.edit.SetSysctl;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads {@code sysctl} commands, sysctl(8) of procps. */
public final class Sysctl {
    private static final List<String> LETTERS = List.of("w", "q", "n", "a");

    private final String namespace;
    private final Problems problems;
    private final StringBuilder letters = new StringBuilder();
    private final List<Word> operands = new ArrayList<>();

    private Sysctl(SourceText source, String namespace, Word last) {
        this.namespace = namespace;
        this.problems = new Problems(source, last);
    }

    /**
     * Reads a command.
     *
     * @param words of the command, {@code sysctl} first
     */
    public static Parsed<IpCommand> read(SourceText source, String namespace, List<Word> words) {
        Sysctl sysctl = new Sysctl(source, namespace, words.get(words.size() - 1));
        words.subList(1, words.size()).forEach(sysctl::sort);
        return sysctl.command();
    }

    private void sort(Word word) {
        switch (word.text()) {
            case "--write" -> letters.append('w');
            case "--quiet" -> letters.append('q');
            case "--values" -> letters.append('n');
            case "--all" -> letters.append('a');
            default -> {
                if (word.text().startsWith("-") && word.text().length() > 1) {
                    option(word);
                } else {
                    operands.add(word);
                }
            }
        }
    }

    private void option(Word word) {
        for (int i = 1; i < word.text().length(); i++) {
            String letter = word.text().substring(i, i + 1);
            if (LETTERS.contains(letter)) {
                letters.append(letter);
            } else {
                String message =
                        "sysctl: option \"" + word.text() + "\" is not one of those that nfstep has: -w, -q, -n, -a";
                problems.at(word, Code.UNKNOWN_OPTION, message);
                return;
            }
        }
    }

    private boolean has(String letter) {
        return letters.indexOf(letter) >= 0;
    }

    private Parsed<IpCommand> command() {
        if (operands.isEmpty() && !has("a") && problems.none()) {
            problems.missing("sysctl: no variables specified");
        }
        boolean writes = has("w") || operands.stream().anyMatch(w -> w.text().contains("="));
        return writes ? write() : problems.unless(() -> IpCommand.Show.of(this::show));
    }

    private Parsed<IpCommand> write() {
        List<NetworkEdit> edits = new ArrayList<>();
        StringBuilder output = new StringBuilder();
        for (Word word : operands) {
            int equals = word.text().indexOf('=');
            if (equals < 0) {
                problems.at(
                        word,
                        Code.SYNTAX,
                        "sysctl: no '=' in \"" + word.text() + "\"",
                        "write NAME=VALUE without blanks");
                break;
            }
            String name = word.text().substring(0, equals).strip();
            value(word, equals + 1).ifPresent(value -> {
                String canonical = SysctlName.find(name).map(SysctlName::name).orElse(name);
                edits.add(new SetSysctl(namespace, canonical, value));
                output.append(has("q") ? "" : line(canonical, value));
            });
        }
        return problems.unless(() -> new IpCommand.Change(edits, output.toString()));
    }

    private Optional<Long> value(Word word, int from) {
        Optional<Long> value = Numbers.parse(word.text().substring(from).strip());
        if (value.isEmpty()) {
            String name = word.text().substring(0, from - 1);
            problems.at(word, Code.BAD_VALUE, "sysctl: setting key \"" + name + "\": not a number");
        }
        return value;
    }

    private String line(String name, long value) {
        return (has("n") ? "" : name + " = ") + value + "\n";
    }

    private Outcome<String> show(Network network) {
        return network.find(namespace).map(this::shown).orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private Outcome<String> shown(Namespace host) {
        StringBuilder out = new StringBuilder();
        if (has("a")) {
            Sysctls.names(host.linkNames())
                    .forEach(n -> out.append(line(n.name(), host.sysctls().value(n))));
        }
        for (Word word : operands) {
            Outcome<SysctlName> name = SetSysctl.lookUp(host, word.text());
            if (name.refusal().isPresent()) {
                return Outcome.refused(name.refusal().get());
            }
            out.append(line(name.orElseThrow().name(), host.sysctls().value(name.orElseThrow())));
        }
        return Outcome.done(out.toString());
    }
}
