package nfstep.trace.json;

import java.util.List;
import nfstep.event.CommandEvent.Booked;
import nfstep.event.CommandEvent.CommandStarted;
import nfstep.event.CommandEvent.Expected;
import nfstep.event.CommandEvent.NetworkChanged;
import nfstep.event.CommandEvent.Printed;
import nfstep.event.CommandEvent.Refused;
import nfstep.event.CommandEvent.RulesChanged;
import nfstep.event.CommandEvent.TableOpened;
import nfstep.event.CommandEvent.TimePassed;
import nfstep.event.Event;
import nfstep.packet.IpFamily;

/** Codecs of what commands do. */
final class CommandCodecs {
    static final List<EventCodec<? extends Event>> ALL = List.of(
            new EventCodec<>(
                    "command",
                    CommandStarted.class,
                    (e, out) -> out.out()
                            .text("source", e.source())
                            .number("line", e.line())
                            .text("namespace", e.namespace())
                            .text("text", e.text()),
                    e -> new CommandStarted(
                            e.in().text("source"),
                            e.in().integer("line"),
                            e.in().text("namespace"),
                            e.in().text("text"))),
            new EventCodec<>(
                    "network",
                    NetworkChanged.class,
                    (e, out) -> out.command(out.scope().texts().print(e.edit()), e.text()),
                    CommandCodecs::network),
            new EventCodec<>("rules", RulesChanged.class, CommandCodecs::write, CommandCodecs::rules),
            new EventCodec<>(
                    "table",
                    TableOpened.class,
                    (e, out) -> out.family(e.family())
                            .out()
                            .text("namespace", e.namespace())
                            .put("table", Values.TABLE, e.table()),
                    e -> new TableOpened(
                            e.in().text("namespace"),
                            e.in().get("family", Values.FAMILY),
                            e.in().get("table", Values.TABLE))),
            new EventCodec<>(
                    "printed",
                    Printed.class,
                    (e, out) -> out.out().text("text", e.text()),
                    e -> new Printed(e.in().text("text"))),
            new EventCodec<>(
                    "refused",
                    Refused.class,
                    (e, out) -> out.out().text("message", e.message()),
                    e -> new Refused(e.in().text("message"))),
            new EventCodec<>(
                    "time",
                    TimePassed.class,
                    (e, out) -> out.out().number("from", e.from()).number("to", e.to()),
                    e -> new TimePassed(e.in().number("from"), e.in().number("to"))),
            new EventCodec<>(
                    "expected",
                    Expected.class,
                    (e, out) -> out.out()
                            .text("text", e.text())
                            .flag("holds", e.holds())
                            .text("detail", e.detail()),
                    e -> new Expected(e.in().text("text"), e.in().flag("holds"), e.in().text("detail"))),
            new EventCodec<>(
                    "booked",
                    Booked.class,
                    (e, out) -> out.out()
                            .text("what", e.what())
                            .list("changes", out.scope().changes(), e.changes()),
                    e -> new Booked(
                            e.in().text("what"),
                            e.in().list("changes", e.scope().changes()))));

    private CommandCodecs() {}

    private static NetworkChanged network(EventIn e) {
        String command = e.in().text("command");
        return new NetworkChanged(e.scope().texts().network(command), e.textOf(command));
    }

    private static void write(RulesChanged e, EventOut out) {
        out.out().text("namespace", e.namespace());
        out.family(e.family()).command(out.scope().texts().print(e.edit(), e.family()), e.text());
    }

    private static RulesChanged rules(EventIn e) {
        IpFamily family = e.in().get("family", Values.FAMILY);
        String command = e.in().text("command");
        return new RulesChanged(
                e.in().text("namespace"), family, e.scope().texts().rules(command, family), e.textOf(command));
    }
}
