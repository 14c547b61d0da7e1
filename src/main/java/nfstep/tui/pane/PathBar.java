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
import nfstep.trace.Walk;
import nfstep.tui.Line;
import nfstep.tui.Role;

/** The way of the packet through its namespace: devices, hooks, routing; where it is now stands in brackets. */
final class PathBar {
    private enum Stage {
        START,
        ROUTE,
        BRIDGE,
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
        SHORT_NAMES,
        ONE_FUNCTION
    }

    private final Scene scene;
    private final Focus focus;
    private final Skb skb;
    private final BridgeVisit bridge;

    private PathBar(Scene scene, Skb skb, BridgeVisit bridge) {
        this.scene = scene;
        this.focus = scene.after().focus();
        this.skb = skb;
        this.bridge = bridge;
    }

    /** The bar in at most that many columns. */
    static Line line(Walk walk, Scene scene, int width) {
        Focus focus = scene.after().focus();
        if (focus.skb().isEmpty()) {
            return Line.of(" no packet on its way", Role.DIM);
        }
        BridgeVisit bridge = BridgeVisit.at(walk, scene.position().event());
        PathBar bar = new PathBar(scene, focus.skb().get(), bridge);
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
        if (bridge.isSwitched()) {
            return switched();
        }
        if (isSent()) {
            return List.of(Stage.START, Stage.ROUTE, Stage.OUTPUT, Stage.POSTROUTING, Stage.END);
        }
        List<Stage> stages = new ArrayList<>(List.of(Stage.START, Stage.PREROUTING, Stage.ROUTE));
        Optional<Decision> decision = skb.route();
        if (decision.isPresent()) {
            boolean forwards = decision.get().kind() == Decision.Kind.FORWARD;
            stages.addAll(forwards ? List.of(Stage.FORWARD, Stage.POSTROUTING) : List.of(Stage.INPUT));
        }
        stages.add(Stage.END);
        return stages;
    }

    /** From port to port; the hooks of IP see it or do not. */
    private List<Stage> switched() {
        if (!bridge.isShown()) {
            return List.of(Stage.START, Stage.BRIDGE, Stage.END);
        }
        List<Stage> stages = new ArrayList<>(List.of(Stage.START, Stage.PREROUTING, Stage.BRIDGE));
        if (bridge.out().isPresent()) {
            stages.addAll(List.of(Stage.FORWARD, Stage.POSTROUTING));
        }
        stages.add(Stage.END);
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
        if (starts) {
            return Stage.START;
        }
        return bridge.isSwitched() ? Stage.BRIDGE : Stage.ROUTE;
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
            case START -> start();
            case BRIDGE -> "bridge";
            case ROUTE -> "route";
            case END -> end();
            default -> detail.compareTo(Detail.SHORT_NAMES) >= 0 ? shortName(Hook.valueOf(stage.name())) : stage.name();
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

    private String start() {
        return isSent()
                ? "sent here"
                : bridge.in().or(() -> skb.in().map(Device::name)).orElse("?");
    }

    private String end() {
        if (bridge.out().isPresent() || bridge.isSwitched()) {
            return bridge.out().orElse("?");
        }
        Optional<Decision> decision = skb.route();
        if (decision.isEmpty()) {
            return "?";
        }
        boolean forwards = decision.get().kind() == Decision.Kind.FORWARD || isSent();
        return forwards ? decision.get().out().map(Device::name).orElse("?") : "process";
    }

    /** The functions of the hook that the packet is at; the one that has it is marked. */
    private String functions(Stage stage, Detail detail) {
        if (focus.where().isEmpty() || stage == Stage.ROUTE || stage == Stage.BRIDGE) {
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
            if (has || detail != Detail.ONE_FUNCTION) {
                text.append(' ').append(has ? ">" + name + number + "<" : name + number);
            }
        }
        return text.toString();
    }
}
