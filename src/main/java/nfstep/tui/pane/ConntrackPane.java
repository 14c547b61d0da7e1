package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackTable;
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
    public View view(Model model, Room room) {
        Scene scene = model.session().scene();
        Moment now = scene.after();
        String namespace = now.focus().namespace();
        List<Connection> all = all(now.world().netfilter(namespace).connections());
        if (all.isEmpty()) {
            String why = now.world().netfilter(namespace).tracks(nfstep.packet.IpFamily.IPV4)
                    ? "no connections yet"
                    : "nothing here uses connection tracking: no packet is tracked, no nat rule is consulted";
            return new View(namespace, Line.of(why, Role.DIM).wrapped(room.width()), "");
        }
        long own = now.focus().skb().map(s -> s.ct().connection()).orElse(0L);
        int current = index(all, own);
        int first = room.first(Math.max(0, current) * 2, all.size() * 2);
        List<Line> lines = new ArrayList<>();
        for (int row = first; row < Math.min(all.size() * 2, first + room.height()); row++) {
            lines.add(new Entry(all.get(row / 2), scene, own, room).line(row % 2 == 0));
        }
        return new View(namespace, lines, all.size() + (all.size() == 1 ? " connection" : " connections"));
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

    private record Entry(Connection connection, Scene scene, long own, Room room) {
        Line line(boolean first) {
            boolean isOwn = connection.id() == own;
            Line line = first ? head(isOwn) : Line.of("      reply    " + ConnectionText.tuple(connection.reply()));
            Role role = isOwn ? Role.CONNTRACK : Role.TEXT;
            return first && changed() ? line.in(Role.CHANGED) : line.in(role);
        }

        private Line head(boolean isOwn) {
            String mark = isOwn ? room.sign(Glyph.CURRENT) : " ";
            String change = changed() ? room.sign(Glyph.CHANGED) : " ";
            String number =
                    " ".repeat(Math.max(0, 3 - Long.toString(connection.id()).length())) + connection.id();
            return Line.of(mark + change + number + " original " + ConnectionText.tuple(connection.original()) + "  "
                    + ConnectionText.state(connection) + timeout());
        }

        private String timeout() {
            long left = connection.expiresAt() - scene.after().world().now();
            return connection.isConfirmed() ? " " + Math.max(0, left / SECOND) + "s" : "";
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
