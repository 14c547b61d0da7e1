package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.Skb;
import nfstep.state.HookEntry;
import nfstep.trace.Scene;
import nfstep.tui.Line;
import nfstep.tui.Role;

/** The way of the packet through its namespace: devices, hooks, routing; where it is now stands in brackets. */
final class PathBar {
    private enum Stage {
        START,
        ROUTE,
        PREROUTING,
        INPUT,
        FORWARD,
        OUTPUT,
        POSTROUTING,
        END
    }

    /** How much is left out to fit the width. */
    private enum Detail {
        FULL,
        NO_PRIORITIES,
        SHORT_NAMES
    }

    private final Scene scene;
    private final Focus focus;
    private final Skb skb;

    private PathBar(Scene scene, Skb skb) {
        this.scene = scene;
        this.focus = scene.after().focus();
        this.skb = skb;
    }

    /** The bar in at most that many columns. */
    static Line line(Scene scene, int width) {
        Focus focus = scene.after().focus();
        if (focus.skb().isEmpty()) {
            return Line.of(" no packet on its way", Role.DIM);
        }
        PathBar bar = new PathBar(scene, focus.skb().get());
        Line line = Line.EMPTY;
        for (Detail detail : Detail.values()) {
            line = bar.line(detail);
            if (line.width() <= width) {
                return line;
            }
        }
        return line;
    }

    /** A priority as users know it. */
    static String priority(int value) {
        return value == Integer.MAX_VALUE ? "last" : Integer.toString(value);
    }

    private Line line(Detail detail) {
        Line line = Line.of(" " + focus.namespace() + ": ", Role.HEADING);
        boolean first = true;
        for (Stage stage : stages()) {
            line = first ? line : line.plus(" > ", Role.DIM);
            line = line.plus(stage(stage, detail));
            first = false;
        }
        return line;
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(List.of(Stage.START));
        Optional<Decision> decision = skb.route();
        if (isSent()) {
            stages.addAll(List.of(Stage.ROUTE, Stage.OUTPUT, Stage.POSTROUTING, Stage.END));
            return stages;
        }
        stages.addAll(List.of(Stage.PREROUTING, Stage.ROUTE));
        if (decision.isPresent() && decision.get().kind() == Decision.Kind.FORWARD) {
            stages.addAll(List.of(Stage.FORWARD, Stage.POSTROUTING, Stage.END));
        } else if (decision.isPresent()) {
            stages.addAll(List.of(Stage.INPUT, Stage.END));
        } else {
            stages.add(Stage.END);
        }
        return stages;
    }

    private boolean isSent() {
        return skb.in().isEmpty();
    }

    private Stage current() {
        Event event = scene.event();
        if (focus.where().isPresent()) {
            return Stage.valueOf(focus.where().get().hook().name());
        }
        if (event instanceof PathEvent.Transmitted
                || event instanceof PathEvent.Delivered
                || event instanceof BridgeEvent.PortLeft) {
            return Stage.END;
        }
        if (event instanceof PathEvent.HookLeft left) {
            return Stage.valueOf(left.hook().name());
        }
        boolean starts = event instanceof PacketEvent packet && packet.beginsVisit();
        return starts ? Stage.START : Stage.ROUTE;
    }

    private Line stage(Stage stage, Detail detail) {
        String text = text(stage, detail);
        if (stage != current()) {
            return Line.of(text, Role.DIM);
        }
        boolean dropped = scene.event() instanceof PathEvent.Dropped;
        return Line.of(
                "[" + text + functions(stage, detail) + (dropped ? " DROPPED" : "") + "]",
                dropped ? Role.VERDICT_DROP : Role.CURRENT_RULE);
    }

    private String text(Stage stage, Detail detail) {
        return switch (stage) {
            case START -> isSent() ? "sent here" : skb.in().map(Device::name).orElse("?");
            case ROUTE -> "route";
            case END -> end();
            default -> detail == Detail.SHORT_NAMES ? shortName(Hook.valueOf(stage.name())) : stage.name();
        };
    }

    private static String shortName(Hook hook) {
        return switch (hook) {
            case PREROUTING -> "PRE";
            case INPUT -> "IN";
            case FORWARD -> "FWD";
            case OUTPUT -> "OUT";
            case POSTROUTING -> "POST";
        };
    }

    private String end() {
        Optional<Decision> decision = skb.route();
        if (decision.isEmpty()) {
            return "?";
        }
        boolean forwards = decision.get().kind() == Decision.Kind.FORWARD || isSent();
        return forwards ? decision.get().out().map(Device::name).orElse("?") : "process";
    }

    /** The functions of the hook that the packet is at; the one that has it is marked. */
    private String functions(Stage stage, Detail detail) {
        if (focus.where().isEmpty() || stage == Stage.ROUTE) {
            return "";
        }
        StringBuilder text = new StringBuilder(":");
        List<HookEntry> entries = scene.after()
                .world()
                .netfilter(focus.namespace())
                .hooks(skb.packet().family())
                .at(focus.where().get().hook());
        for (HookEntry entry : entries) {
            boolean has = focus.function().filter(entry::equals).isPresent();
            String name = entry.owner().label();
            String number = has || detail == Detail.FULL ? " " + priority(entry.priority()) : "";
            text.append(' ').append(has ? ">" + name + number + "<" : name + number);
        }
        return text.toString();
    }
}
