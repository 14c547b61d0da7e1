package nfstep.export;

import java.util.function.Consumer;
import nfstep.source.Printable;
import nfstep.state.ConnectionList;
import nfstep.state.World;

/** The connections of a namespace as {@code conntrack -L} prints them. */
public final class ConntrackReport {
    private ConntrackReport() {}

    /** Gives a line for each connection that is in the table and not over, the oldest first. */
    public static void of(World world, String namespace, Consumer<String> lines) {
        ConnectionList.of(world, namespace).forEach(line -> lines.accept(Printable.line(line)));
    }
}
