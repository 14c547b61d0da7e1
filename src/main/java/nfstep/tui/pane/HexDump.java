package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nfstep.packet.Packet;
import nfstep.tui.Line;
import nfstep.tui.Role;

/** A packet's bytes, sixteen or eight a row; those that changed are marked. */
final class HexDump {
    private static final int WIDE_ROW = 73;

    private HexDump() {}

    static List<Line> lines(Packet now, Packet before, int width) {
        byte[] bytes = now.bytes();
        byte[] old = before.bytes();
        int perRow = width >= WIDE_ROW ? 16 : 8;
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += perRow) {
            lines.add(line(bytes, old, at, Math.min(bytes.length, at + perRow), perRow));
        }
        return lines;
    }

    private static Line line(byte[] bytes, byte[] old, int from, int to, int perRow) {
        Line line = Line.of(String.format(Locale.ROOT, "%04x ", from), Role.DIM);
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean changed = i >= old.length || old[i] != bytes[i];
            line = line.plus(" ")
                    .plus(String.format(Locale.ROOT, "%02x", bytes[i]), changed ? Role.CHANGED : Role.TEXT);
            char c = (char) (bytes[i] & 0xff);
            text.append(c >= ' ' && c < 0x7f ? c : '.');
        }
        return line.plus("   ".repeat(perRow - (to - from)) + "  ").plus(text.toString(), Role.DIM);
    }
}
