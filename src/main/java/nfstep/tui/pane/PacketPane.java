package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.PathEvent;
import nfstep.rules.Skb;
import nfstep.trace.Scene;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** The packet: fields in fixed rows, what this step changed marked, and its bytes. */
final class PacketPane implements Pane {
    private static final int TWO_COLUMNS = 70;

    @Override
    public PaneName name() {
        return PaneName.PACKET;
    }

    @Override
    public Rows rows(Model model, Room room) {
        Scene scene = model.scene();
        Optional<Skb> now = scene.after().focus().skb();
        if (now.isEmpty()) {
            return Rows.of("", List.of(Line.of("no packet at this step", Role.DIM)), "");
        }
        boolean comes = scene.event() instanceof PathEvent.Arrived || scene.event() instanceof BridgeEvent.PortEntered;
        Optional<Skb> before = comes
                ? Optional.empty()
                : scene.before().focus().skb().filter(s -> s.id() == now.get().id());
        List<Line> lines = new ArrayList<>(fields(now.get(), before, scene, room));
        if (model.panes().hex() || room.height() > lines.size() + 2) {
            List<Line> hex = HexDump.lines(
                    now.get().packet(), before.map(Skb::packet).orElse(now.get().packet()), room.width());
            if (model.panes().hex() && room.height() < lines.size() + hex.size()) {
                lines = new ArrayList<>(hex);
            } else {
                lines.add(Line.EMPTY);
                lines.addAll(hex);
            }
        }
        return Rows.of(now.get().id() + " in " + scene.after().focus().namespace(), lines, "");
    }

    private static List<Line> fields(Skb now, Optional<Skb> before, Scene scene, Room room) {
        List<PacketField> fields = PacketField.of(now, before.orElse(now), scene);
        boolean two = room.width() >= TWO_COLUMNS;
        List<Line> lines = new ArrayList<>();
        int half = (fields.size() + 1) / 2;
        for (int i = 0; i < (two ? half : fields.size()); i++) {
            Line line = field(fields.get(i), room);
            if (two && i + half < fields.size()) {
                int column = room.width() * 3 / 5;
                line = line.shortened(column - 1, room.glyphs().get(Glyph.ELLIPSIS))
                        .padded(column)
                        .plus(field(fields.get(i + half), room));
            }
            lines.add(line);
        }
        return lines;
    }

    private static Line field(PacketField field, Room room) {
        String label = field.label() + " ".repeat(Math.max(1, 6 - field.label().length()));
        Line line = Line.of(label, Role.DIM);
        return field.was().isEmpty()
                ? line.plus(field.value())
                : line.plus(field.value() + " " + room.sign(Glyph.CHANGED) + " was " + field.was(), Role.CHANGED);
    }
}
