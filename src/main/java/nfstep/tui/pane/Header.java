package nfstep.tui.pane;

import java.util.List;
import nfstep.debugger.Session;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.Role;

/** The first row: what is open, and where the cursor stands in it. */
final class Header {
    private static final double NANOS_OF_TENTH = 1e8;

    private Header() {}

    static Line line(Model model, int width) {
        Session session = model.session();
        String name = session.name().substring(session.name().lastIndexOf('/') + 1);
        String left = " nfstep  " + name + (session.modified() ? " (changed)" : "");
        List<String> parts = new java.util.ArrayList<>();
        if (!session.stops().stops().isEmpty()) {
            parts.add("breakpoints " + session.stops().stops().size());
        }
        var now = model.scene().after();
        now.focus().skb().ifPresent(skb -> parts.add("packet " + skb.id()));
        long tenths = Math.round(now.world().now() / NANOS_OF_TENTH);
        parts.add("time " + tenths / 10 + "." + tenths % 10 + "s");
        parts.add("step " + (session.walk().number(session.position()) + 1) + "/"
                + session.walk().stepCount());
        String right = String.join("  ", parts) + " ";
        Line start = Line.of(left, Role.STATUS).shortened(Math.max(1, width - right.length() - 1), '~');
        int gap = Math.max(1, width - start.width() - right.length());
        return start.plus(" ".repeat(gap) + right, Role.STATUS);
    }

    /** What stands in the place of the path bar while there is no packet. */
    static Line noPacket() {
        return Line.of(" no packet at this step; } goes to the next one, { to the one before", Role.DIM);
    }
}
