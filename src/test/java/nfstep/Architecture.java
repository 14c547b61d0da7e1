package nfstep;

import java.util.ArrayList;
import java.util.List;

/** The packages of nfstep, lowest first, and which others each of them may import. */
public final class Architecture {
    private static final List<String> UP_TO_STATE = List.of("source", "packet", "host", "conntrack", "rules", "state");
    private static final List<String> UP_TO_EVENT = plus(UP_TO_STATE, "event");
    private static final List<String> UP_TO_ENGINE = plus(UP_TO_EVENT, "engine");

    /** One row for each package below {@code nfstep}; nothing is implied. */
    public static final List<Row> ROWS = List.of(
            new Row("source", List.of()),
            new Row("packet", List.of()),
            new Row("host", List.of("source", "packet")),
            new Row("conntrack", List.of("packet")),
            new Row("rules", List.of("source", "packet", "host", "conntrack")),
            new Row("state", List.of("source", "packet", "host", "conntrack", "rules")),
            new Row("event", UP_TO_STATE),
            new Row("engine", UP_TO_EVENT),
            new Row("parse", UP_TO_STATE),
            new Row("trace", plus(UP_TO_EVENT, "parse")),
            new Row("lab", plus(UP_TO_ENGINE, "parse", "trace")),
            new Row("debugger", plus(UP_TO_ENGINE, "parse", "trace", "lab")),
            new Row("kernel", plus(UP_TO_EVENT, "parse", "trace", "lab", "debugger")),
            new Row("export", plus(UP_TO_EVENT, "parse", "trace")),
            new Row("tui", plus(UP_TO_EVENT, "parse", "trace", "debugger")),
            new Row("cli", plus(UP_TO_ENGINE, "parse", "trace", "lab", "debugger", "kernel", "export", "tui")));

    private Architecture() {}

    /** A package and all it may see. */
    public record Row(String name, List<String> maySee) {}

    private static List<String> plus(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
