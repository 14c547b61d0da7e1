package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import nfstep.packet.IpFamily;
import nfstep.parse.ShellLexer;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.rules.edit.Restore;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.state.Change.RulesEdited;
import nfstep.state.Change.TableUsed;
import nfstep.state.Netfilter;
import nfstep.state.World;

/** A machine whose rules are set by command lines, as far as iptables is concerned. */
final class Box {
    private static final String HOST = "host";

    private World world = World.initial();
    private final StringBuilder printed = new StringBuilder();
    private String refusal = "";
    private boolean read = true;
    private final Consumer<TableEdit> watcher;

    Box() {
        this(edit -> {});
    }

    /** A machine whose changes somebody wants to know. */
    Box(Consumer<TableEdit> watcher) {
        this.watcher = watcher;
    }

    /** Runs a command line; what it prints and why it is refused is kept until the next one. */
    Box run(String line) {
        SourceText source = new SourceText("test", line + "\n");
        return run(source, ShellLexer.read(source).orElseThrow().get(0).words());
    }

    /** As {@link #run}, for a line whose words are written as iptables-restore takes them. */
    Box runRestored(String line) {
        SourceText source = new SourceText("test", line);
        return run(source, new RestoreWords(source, 1, line, 0).read());
    }

    private Box run(SourceText source, List<Word> words) {
        printed.setLength(0);
        refusal = "";
        IpFamily family = words.get(0).text().startsWith("ip6") ? IpFamily.IPV6 : IpFamily.IPV4;
        Parsed<IptablesCommand> command = Iptables.read(source, family, words);
        refusal = command.render();
        command.value().ifPresent(it -> run(it, family));
        return this;
    }

    /** Runs several command lines. */
    Box runAll(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::run);
        return this;
    }

    /** Restores a text as {@code iptables-restore} with those options does. */
    Box restore(String text, String... options) {
        printed.setLength(0);
        SourceText source = new SourceText("rules", text);
        List<Word> words = ShellLexer.read(
                        new SourceText("test", "iptables-restore " + String.join(" ", options) + "\n"))
                .orElseThrow()
                .get(0)
                .words();
        IptablesRestore restore =
                IptablesRestore.read(source, IpFamily.IPV4, words).orElseThrow();
        Parsed<List<Restore>> tables = restore.tables(source);
        refusal = tables.render();
        read = tables.ok();
        World before = world;
        boolean all = tables.value().orElse(List.of()).stream().allMatch(it -> apply(it, IpFamily.IPV4));
        assertThat(all && tables.ok()).isEqualTo(refusal.isEmpty());
        world = restore.testing() ? before : world;
        return this;
    }

    /** What the last command printed. */
    String printed() {
        return printed.toString();
    }

    /** Why the last command was refused, with its place; empty if it was not. */
    String refusal() {
        return refusal;
    }

    /** {@code iptables-save} with those options. */
    String save(boolean counters) {
        return save(IpFamily.IPV4, counters);
    }

    String save(IpFamily family, boolean counters) {
        return new IptablesSave(family, java.util.Optional.empty(), counters).print(state());
    }

    Netfilter state() {
        return world.netfilter(HOST);
    }

    /** Whether the last text could be read. */
    boolean hasRead() {
        return read;
    }

    /** Makes a change; the answer is whether it was taken. */
    boolean apply(TableEdit edit, IpFamily family) {
        TableName name = edit.table();
        world = new TableUsed(HOST, family, name).applyTo(world);
        Outcome<?> outcome = edit.applyTo(state().rules(family).table(name), () -> 1);
        outcome.refusal().ifPresent(it -> refusal = it);
        if (outcome.refusal().isEmpty()) {
            world = new RulesEdited(HOST, family, edit).applyTo(world);
            watcher.accept(edit);
        }
        return outcome.refusal().isEmpty();
    }

    private void run(IptablesCommand command, IpFamily family) {
        TableName name = command.table().orElse(TableName.FILTER);
        if (command.table().isPresent()) {
            world = new TableUsed(HOST, family, name).applyTo(world);
        }
        Outcome<String> answer = command.answer(TableView.of(state(), family, name));
        answer.value().ifPresent(printed::append);
        answer.refusal().ifPresent(it -> refusal = it);
        if (answer.refusal().isEmpty()) {
            command.edit().ifPresent(it -> apply(it, family));
        }
    }
}
