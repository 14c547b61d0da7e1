package nfstep.export;

import java.util.function.Consumer;
import nfstep.conntrack.Connection;
import nfstep.conntrack.ConntrackLine;
import nfstep.conntrack.ConntrackSettings;
import nfstep.source.Printable;
import nfstep.state.TrackingSettings;
import nfstep.state.World;

/** The connections of a namespace as {@code conntrack -L} prints them. */
public final class ConntrackReport {
    private ConntrackReport() {}

    /** Gives a line for each connection that is in the table and not over, the oldest first. */
    public static void of(World world, String namespace, Consumer<String> lines) {
        ConntrackSettings settings = settings(world, namespace);
        for (Connection connection : world.netfilter(namespace).connections().all()) {
            if (connection.isConfirmed() && connection.expiresAt() > world.now()) {
                lines.accept(Printable.line(ConntrackLine.print(connection, world.now(), settings)));
            }
        }
    }

    private static ConntrackSettings settings(World world, String namespace) {
        return world.network().find(namespace).map(TrackingSettings::of).orElse(ConntrackSettings.defaults());
    }
}
