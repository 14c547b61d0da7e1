package nfstep.tui.pane;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
import nfstep.conntrack.Expectation;
import nfstep.trace.Moment;
import nfstep.trace.Scene;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;
import org.jspecify.annotations.Nullable;

/** The connections of the namespace that the walk is in; two rows each. */
final class ConntrackPane implements Pane {
    private static final long SECOND = 1_000_000_000L;

    private @Nullable ConntrackTable listed;
    private List<Connection> list = List.of();

    @Override
    public PaneName name() {
        return PaneName.CONNTRACK;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Scene scene = model.scene();
        Moment now = scene.after();
        String namespace = now.focus().namespace();
        List<Connection> all = all(now.world().netfilter(namespace).connections());
        if (all.isEmpty()) {
            String why = now.world().netfilter(namespace).tracks(nfstep.packet.IpFamily.IPV4)
                    ? "no connections yet"
                    : "nothing here uses connection tracking: no packet is tracked, no nat rule is consulted";
            return Rows.of(namespace, Line.of(why, Role.DIM).wrapped(Math.max(1, room.width())), "");
        }
        long own = now.focus().skb().map(s -> s.ct().connection()).orElse(0L);
        int current = Math.max(0, index(all, own)) * 2;
        String count = all.size() + (all.size() == 1 ? " connection" : " connections");
        List<Expectation> expected =
                List.copyOf(now.world().netfilter(namespace).expectations().all());
        int connectionRows = all.size() * 2;
        return new Rows(
                namespace,
                Optional.empty(),
                connectionRows + expected.size(),
                current,
                row -> row < connectionRows
                        ? new Entry(all.get(row / 2), scene, own, room).line(row % 2 == 0)
                        : expected(expected.get(row - connectionRows), now),
                count);
    }

    private static Line expected(Expectation expectation, Moment now) {
        long left = Math.max(0, expectation.expiresAt() - now.world().now()) / SECOND;
        String by = "      expected by " + expectation.master() + " (" + expectation.helper() + ") ";
        return Line.of(by + ConnectionText.expected(expectation.tuple()) + "  " + left + "s", Role.CONNTRACK);
    }

    /** A table with 100,000 connections is listed once, not at every key. */
    private List<Connection> all(ConntrackTable table) {
        if (table != listed) {
            listed = table;
            list = List.copyOf(table.all());
        }
        return list;
    }

    private static int index(List<Connection> all, long id) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = all.get(middle).id();
            if (found == id) {
                return middle;
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** One connection in two rows: what it is and its original tuple; then the tuple of its replies and what is left. */
    private record Entry(Connection connection, Scene scene, long own, Room room) {
        private static final int INDENT = 6;

        Line line(boolean first) {
            boolean isOwn = connection.id() == own;
            Role role = changed() ? Role.CHANGED : isOwn ? Role.CONNTRACK : Role.TEXT;
            return first ? head(isOwn).in(role) : tail().in(isOwn ? Role.CONNTRACK : Role.TEXT);
        }

        private Line head(boolean isOwn) {
            String mark = isOwn ? room.sign(Glyph.CURRENT) : " ";
            String change = changed() ? room.sign(Glyph.CHANGED) : " ";
            String number = Long.toString(connection.id());
            return Line.of(mark + change + " ".repeat(Math.max(0, 3 - number.length())) + number + " "
                    + padded(ConnectionText.kind(connection)) + " " + ConnectionText.tuple(connection.original()));
        }

        private Line tail() {
            String flags = String.join(" ", ConnectionText.flags(connection));
            return Line.of(" ".repeat(INDENT) + padded("reply") + " " + ConnectionText.tuple(connection.reply()) + "  "
                    + flags + timeout());
        }

        /** As wide as the kind of this connection and its reply, so that both tuples stand below each other. */
        private String padded(String word) {
            int width =
                    Math.max("reply".length(), ConnectionText.kind(connection).length());
            return word + " ".repeat(width - word.length());
        }

        private String timeout() {
            long left = connection.expiresAt() - scene.after().world().now();
            return connection.isListed() ? " " + Math.max(0, left / SECOND) + "s" : "";
        }

        private boolean changed() {
            Optional<Connection> before = scene.before()
                    .world()
                    .netfilter(scene.after().focus().namespace())
                    .connections()
                    .connection(connection.id());
            return before.isEmpty() || !before.get().equals(connection);
        }
    }
}
