package nfstep.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;
import nfstep.event.RuleEvent;
import nfstep.event.TrackEvent;
import nfstep.rules.Action;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.trace.Position;
import nfstep.trace.Walk;

/** Finds what connection tracking would tell of a walk: {@code nf_conntrack_ecache.c}. */
final class TableChanges {
    private final Walk walk;
    private final long slack;
    private final List<TableChange> changes = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private final Set<String> chosen = new HashSet<>();
    private int at;
    private long now;

    private TableChanges(Walk walk, long slack) {
        this.walk = walk;
        this.slack = slack;
    }

    /** Those of a walk, of whose time a kernel's may be ahead by so many nanoseconds. */
    static TableChanges of(Walk walk, long slack) {
        TableChanges all = new TableChanges(walk, slack);
        for (all.at = 0; all.at < walk.size(); all.at++) {
            all.see(walk.event(all.at));
        }
        all.left();
        return all;
    }

    /** Those of a namespace, in their order. */
    List<TableChange> in(String namespace) {
        return changes.stream()
                .filter(change -> change.namespace().equals(namespace))
                .toList();
    }

    /** Whether a rule of the namespace chose of what its connections tell: then not all is told. */
    boolean isChosen(String namespace) {
        return chosen.contains(namespace);
    }

    private void see(Event event) {
        for (Change change : event.changes()) {
            now = change instanceof Change.TimeSet time ? time.nanos() : now;
        }
        if (event instanceof TrackEvent track) {
            see(track);
        } else if (event instanceof ConnectionEvent connection) {
            see(connection);
        } else if (event instanceof RuleEvent.RuleMatched matched
                && chooses(matched.rule().action())) {
            chosen.add(matched.at().namespace());
        }
    }

    /** {@code CT --ctevents}: a connection that chooses what is told of it. */
    private static boolean chooses(Action action) {
        return action instanceof Action.Extension extension
                && extension.target().options().contains("events ");
    }

    private void see(TrackEvent event) {
        String namespace = event.at().namespace();
        if (event instanceof TrackEvent.Confirmed confirmed) {
            Connection made = confirmed.connection();
            if (known.add(made.id()) && !made.has(CtStatus.NAT_CLASH)) {
                add(namespace, TableChange.Kind.NEW, made, !isForAllAtABridge());
            }
        } else if (event instanceof TrackEvent.Destroyed destroyed
                && destroyed.connection().isConfirmed()) {
            gone(namespace, destroyed.connection());
        } else if (event instanceof TrackEvent.Changed changed
                && changed.after().has(CtStatus.DYING)
                && changed.before().isListed()) {
            gone(namespace, changed.after().withStatus(changed.before().status()));
        }
    }

    /** {@code br_nf_local_in} confirms a connection, and what is to be told waits for the next packet of it. */
    private boolean isForAllAtABridge() {
        return walk.at(Position.of(at))
                .after()
                .focus()
                .skb()
                .filter(TableChanges::isForAllAtABridge)
                .isPresent();
    }

    private static boolean isForAllAtABridge(Skb skb) {
        return skb.bridge().in().isPresent() && skb.type() != PacketType.HOST;
    }

    private void see(ConnectionEvent event) {
        if (event instanceof ConnectionEvent.Inserted inserted) {
            if (known.add(inserted.connection().id())) {
                add(event.namespace(), TableChange.Kind.NEW, inserted.connection(), true);
            }
        } else if (event instanceof ConnectionEvent.Removed removed) {
            gone(event.namespace(), removed.connection());
        } else if (event instanceof ConnectionEvent.Expired expired) {
            gone(event.namespace(), expired.connection());
        } else if (event instanceof ConnectionEvent.Orphaned orphaned) {
            add(event.namespace(), TableChange.Kind.DESTROY, orphaned.connection(), false);
        }
    }

    /** A kernel may have found before that the time of a connection is over, or finds it later. */
    private void gone(String namespace, Connection connection) {
        add(namespace, TableChange.Kind.DESTROY, connection, connection.expiresAt() > now + slack);
    }

    private void left() {
        at = walk.size() - 1;
        walk.end().world().netfilter().forEach((namespace, state) -> state.connections().all().stream()
                .filter(c -> c.isListed() && c.expiresAt() <= now + slack)
                .forEach(c -> gone(namespace, c)));
    }

    private void add(String namespace, TableChange.Kind kind, Connection connection, boolean isTimely) {
        changes.add(new TableChange(at, namespace, kind.line(connection), isTimely));
    }
}
