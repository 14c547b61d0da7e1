package nfstep.trace.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Expectation;
import nfstep.conntrack.KeyPool;
import nfstep.conntrack.Manip;
import nfstep.conntrack.Zone;
import nfstep.event.At;
import nfstep.event.BridgeEvent;
import nfstep.event.ChainRef;
import nfstep.event.CommandEvent;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;
import nfstep.event.FirstFailures;
import nfstep.event.Focus;
import nfstep.event.FragmentEvent;
import nfstep.event.NatEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.TrackEvent;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Parts;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.rules.xt.LimitMatch;
import nfstep.rules.xt.NthMatch;
import nfstep.source.SourceText;
import nfstep.state.Change;
import nfstep.state.Counters;
import nfstep.state.DrawKind;
import nfstep.state.HookEntry;
import nfstep.state.Ids;
import nfstep.state.PeerBucket;
import nfstep.state.World;
import nfstep.trace.RuleLine;
import nfstep.trace.Samples;
import nfstep.trace.Walk;
import nfstep.trace.WalkRecorder;

/** Walks that make no sense but hold every kind of event, with values from a seed. */
final class RandomWalk {
    private static final Parts PARTS = Parts.assembled(List.of(8), 99, true).summed(Parts.Summed.BY_CONNTRACK);
    private static final String NS = "host";
    private static final ChainRef FORWARD = new ChainRef(IpFamily.IPV4, TableName.FILTER, "FORWARD");
    private static final ChainRef A = new ChainRef(IpFamily.IPV4, TableName.FILTER, "A");

    private final RandomValues values;
    private final WalkRecorder recorder = new WalkRecorder(
            Walk.startingAt(new SourceText("a\u001b.lab", "line 1\n\tline \"2\" \\ \u2028"), World.initial()));

    private RandomWalk(long seed) {
        values = new RandomValues(seed);
    }

    static Walk of(long seed, int length) {
        RandomWalk walk = new RandomWalk(seed);
        walk.add(new CommandEvent.CommandStarted("a.lab", 1, NS, "iptables-restore"));
        walk.add(new CommandEvent.RulesChanged(NS, IpFamily.IPV4, Samples.table(), "iptables-restore 0"));
        walk.approach();
        for (int i = 0; i < length; i++) {
            walk.next(i);
        }
        return walk.recorder.walk();
    }

    /** Each kind once, then any. */
    private void next(int number) {
        List<Supplier<Event>> makers = makers();
        int which = number < makers.size() ? number : values.number(makers.size());
        if (values.number(4) == 0 || (which < rules().size() && !isInTable())) {
            approach();
        }
        add(makers.get(which).get());
    }

    private boolean isInTable() {
        Focus focus = recorder.walk().end().focus();
        return focus.skb().isPresent()
                && focus.where().isPresent()
                && focus.function().isPresent();
    }

    private void add(Event event) {
        recorder.accept(event);
    }

    /** A packet comes to a table. */
    private void approach() {
        add(sent());
        add(new PathEvent.HookEntered(at(), values.state(), 1));
        add(new PathEvent.FunctionEntered(at(), values.entry()));
        add(new RuleEvent.ChainEntered(at(), FORWARD, RuleEvent.ChainEntered.Entry.HOOK));
    }

    private List<Supplier<Event>> makers() {
        List<Supplier<Event>> all = new ArrayList<>(rules());
        all.addAll(commands());
        all.addAll(connections());
        all.addAll(paths());
        all.addAll(bridges());
        all.addAll(tracks());
        return all;
    }

    private List<Supplier<Event>> commands() {
        return List.of(
                () -> new CommandEvent.CommandStarted("a", values.number(9), NS, values.text()),
                () -> new CommandEvent.NetworkChanged(
                        new SampleTexts.MakeNamespace("n" + recorder.walk().size()), values.text()),
                () -> new CommandEvent.RulesChanged(NS, IpFamily.IPV4, Samples.table(), "iptables-restore 0"),
                () -> new CommandEvent.TableOpened(NS, values.pick(IpFamily.values()), values.pick(TableName.values())),
                () -> new CommandEvent.Printed(values.text()),
                () -> new CommandEvent.Refused(values.text()),
                () -> new CommandEvent.TimePassed(now(), now() + values.number(1000)),
                () -> new CommandEvent.Expected(values.text(), values.flag(), values.text()),
                () -> new CommandEvent.Booked(values.text(), changes()));
    }

    private List<Supplier<Event>> connections() {
        return List.of(
                () -> new ConnectionEvent.ExpectationExpired(NS, expectation()),
                () -> new ConnectionEvent.ExpectationDeleted(NS, expectation()),
                () -> new ConnectionEvent.Orphaned(NS, known(), values.text()),
                () -> new ConnectionEvent.Inserted(NS, connection()),
                () -> new ConnectionEvent.Removed(NS, known()),
                () -> new ConnectionEvent.Expired(NS, known()));
    }

    private List<Supplier<Event>> paths() {
        return List.of(
                this::sent,
                this::copied,
                () -> new PathEvent.Paused(at(), values.text()),
                () -> new PathEvent.Resumed(at()),
                () -> new PathEvent.Arrived(at(), any(), values.text()),
                () -> new PathEvent.Transmitted(at(), values.device(), skb()),
                () -> new PathEvent.HookEntered(at(), values.state(), values.number(5)),
                () -> new PathEvent.FunctionEntered(at(), values.entry()),
                () -> new PathEvent.FunctionLeft(
                        at(), values.flag() ? values.entry() : current(), values.pick(Verdict.values())),
                () -> new PathEvent.HookLeft(at(), values.pick(Hook.values())),
                () -> new PathEvent.Routed(at(), skb().withRoute(values.decision()), values.flow(), values.fib()),
                () -> new PathEvent.Changed(at(), skb(), other(), values.text()),
                () -> new PathEvent.Noted(at(), values.text(), changes()),
                () -> new PathEvent.Captured(at(), values.text(), values.device(), any()),
                () -> new PathEvent.Dropped(
                        at(),
                        values.text(),
                        values.text(),
                        values.flag() ? Optional.of(values.text()) : Optional.empty()),
                () -> new PathEvent.SenderTold(at(), values.text()),
                () -> new FragmentEvent.Cut(at(), values.number(9), values.number(1500)),
                () -> new FragmentEvent.Held(at(), values.number(65536), values.number(9)),
                () -> new FragmentEvent.Reassembled(at(), skb().withParts(PARTS), values.number(9)),
                () -> new PathEvent.Delivered(at(), values.text()));
    }

    private List<Supplier<Event>> bridges() {
        return List.of(
                () -> new BridgeEvent.PortEntered(at(), any(), values.device(), values.text()),
                () -> new BridgeEvent.Shown(at(), values.device(), any(), values.text()),
                () -> new BridgeEvent.Learned(
                        at(),
                        values.device(),
                        values.device(),
                        values.mac(),
                        values.flag() ? Optional.of(values.device()) : Optional.empty(),
                        values.number(99)),
                () -> new BridgeEvent.LookedUp(
                        at(),
                        values.device(),
                        values.flag() ? Optional.of(values.device()) : Optional.empty(),
                        any(),
                        values.pick(BridgeEvent.Way.values()),
                        values.flag() ? List.of() : List.of(values.device(), values.device())),
                () -> new BridgeEvent.Forwarded(at(), values.device(), values.device(), skb()),
                () -> new BridgeEvent.PortLeft(at(), values.device(), values.device(), any()),
                () -> new BridgeEvent.PassedUp(at(), values.device(), skb(), values.flag()));
    }

    private List<Supplier<Event>> rules() {
        return List.of(
                () -> new RuleEvent.ChainEntered(at(), A, values.pick(RuleEvent.ChainEntered.Entry.values())),
                () -> new RuleEvent.RulesPassed(
                        at(), FORWARD, 1, FirstFailures.of(values.number(256), values.number(30), 1)),
                () -> {
                    int rule = 1 + values.number(4);
                    var line = RuleLine.find(recorder.walk().end().world(), NS, FORWARD, rule);
                    return new RuleEvent.RuleMatched(
                            at(), FORWARD, rule, line.orElseThrow().rule(), values.number(99));
                },
                () -> {
                    int rule = 1 + values.number(4);
                    var line = RuleLine.find(recorder.walk().end().world(), NS, FORWARD, rule);
                    var key = RuleEvent.MatchAsked.Asked.of(line.orElseThrow().rule(), values.number(3));
                    StatefulMatch.Lesson memory = values.pick(new StatefulMatch.Lesson[] {
                        new LimitMatch.Bucket(
                                values.random().nextInt(), values.random().nextLong()),
                        new NthMatch.Count(3),
                        new StatefulMatch.NoLesson()
                    });
                    return new RuleEvent.MatchAsked(at(), FORWARD, rule, key, values.flag(), values.text(), memory);
                },
                () -> new RuleEvent.ChainLeft(at(), A, values.number(9), values.flag()),
                () -> new RuleEvent.PolicyApplied(
                        at(),
                        FORWARD,
                        Hook.FORWARD,
                        values.number(9),
                        values.pick(Verdict.values()),
                        values.number(99)),
                () -> new RuleEvent.TargetApplied(at(), FORWARD, values.number(9), skb(), other(), values.text()),
                () -> new RuleEvent.Logged(at(), FORWARD, values.number(9), values.state(), skb(), values.log()),
                () -> new RuleEvent.Reported(
                        at(), FORWARD, values.number(9), skb(), new Effect.Report(values.number(9), values.text())),
                () -> new RuleEvent.MetUnmodelled(at(), FORWARD, values.number(9), values.text(), values.flag()));
    }

    private List<Supplier<Event>> tracks() {
        return List.of(
                () -> new TrackEvent.Created(at(), skb(), connection()),
                () -> new TrackEvent.Found(at(), other(), known(), values.pick(Direction.values()), values.tuple()),
                () -> new TrackEvent.Related(at(), skb(), connection(), values.tuple()),
                () -> new TrackEvent.Announced(at(), expectation(), values.text()),
                () -> new TrackEvent.Superseded(at(), expectation()),
                () -> new TrackEvent.Fulfilled(at(), expectation()),
                () -> new TrackEvent.Refused(at(), skb(), values.text()),
                () -> new TrackEvent.Skipped(at(), values.text()),
                () -> new TrackEvent.Changed(at(), known(), connection(), values.text()),
                () -> new TrackEvent.Confirmed(at(), connection()),
                () -> new TrackEvent.Discarded(at(), 1 + values.number(5), values.text()),
                () -> new TrackEvent.Destroyed(at(), known(), values.text()),
                () -> new NatEvent.NotConsulted(at(), values.pick(Hook.values()), values.text()),
                () -> new NatEvent.Decided(
                        at(),
                        values.pick(Manip.values()),
                        known(),
                        connection(),
                        Optional.of(new KeyPool(values.number(99), 1 + values.number(99))),
                        values.text()),
                () -> new NatEvent.Translated(
                        at(),
                        values.pick(Hook.values()),
                        values.pick(Manip.values()),
                        values.number(9),
                        skb(),
                        readdressed(),
                        values.text()));
    }

    private List<Change> changes() {
        RandomLinks links = new RandomLinks(values, NS);
        return List.of(
                new Change.SocketSet(NS, values.socket()),
                new Change.SocketRemoved(NS, values.number(9)),
                new Change.PeerSet(
                        NS,
                        values.address(),
                        new PeerBucket(
                                values.random().nextLong(), values.random().nextLong(), values.number(3))),
                links.station(),
                links.found(),
                links.lost(),
                links.path(),
                new Change.IdsTaken(ids()),
                new Change.TimeSet(now() + values.number(9)),
                new Change.DateSet(values.number(9)),
                new Change.DrawsChosen(
                        NS,
                        values.pick(DrawKind.values()),
                        List.of(values.random().nextLong(), 1L)),
                new Change.DrawTaken(recorder.walk().end().world().draws().next()),
                new Change.ConnectionSet(NS, connection()),
                new Change.ExpectationSet(NS, expectation()),
                new Change.ExpectationRemoved(NS, values.number(3)),
                new Change.ConnectionRemoved(NS, values.number(9)),
                new Change.RuleCounted(NS, values.number(9), values.number(99)),
                new Change.MatchLearned(NS, new Counters.MemoryKey.OfRule(1, 2), new NthMatch.Count(values.number(9))),
                new Change.MatchLearned(
                        NS,
                        new Counters.MemoryKey.Named(new StatefulMatch.Shared("xt_recent", values.text())),
                        new NthMatch.Count(values.number(9))),
                new Change.PolicyCounted(NS, values.policy(), values.number(99)),
                new Change.TableUsed(NS, values.pick(IpFamily.values()), values.pick(TableName.values())),
                new Change.RulesEdited(NS, IpFamily.IPV4, Samples.table()),
                new Change.NetworkEdited(
                        new SampleTexts.MakeNamespace("m" + recorder.walk().size())));
    }

    private Event sent() {
        At at = new At(NS, ids().packet());
        Skb skb = Skb.sent(at.packet(), values.packet()).withMark(values.number(3));
        return new PathEvent.Sent(at, skb, values.text(), values.number(3), ids().afterPacket());
    }

    private Event copied() {
        At at = new At(NS, ids().packet());
        Skb skb = Skb.sent(at.packet(), values.packet()).withCt(CtRef.UNTRACKED);
        return new PathEvent.Copied(at, skb, skb().id(), values.text(), ids().afterPacket());
    }

    private Ids ids() {
        return recorder.walk().end().world().ids();
    }

    private long now() {
        return recorder.walk().end().world().now();
    }

    private At at() {
        return new At(NS, skb().id());
    }

    private HookEntry current() {
        return recorder.walk().end().focus().function().orElseGet(values::entry);
    }

    /** The packet as it is; another one after a command. */
    private Skb skb() {
        return recorder.walk().end().focus().skb().orElseGet(this::any);
    }

    private Skb readdressed() {
        IpAddress now = skb().packet().destination();
        return skb().with(skb().packet().withDestination(now.plus(1)));
    }

    private Skb other() {
        Skb skb = referring(values.flag() ? CtRef.UNTRACKED : new CtRef(1 + values.number(5), CtInfo.ESTABLISHED_REPLY))
                .withMark(values.number(2))
                .withPriority(values.number(2))
                .withTraced(values.flag())
                .withRoute(values.flag() ? values.decision() : Optional.empty());
        return values.flag() ? skb.with(values.packet()) : skb;
    }

    private Skb referring(CtRef ct) {
        Zone zone = new Zone(values.number(3), values.flag(), values.flag());
        return values.flag() ? skb().lookedUp(ct) : skb().withTemplate(new CtTemplate(zone, values.text(), true));
    }

    private Expectation expectation() {
        return new RandomTracking(values).expectation();
    }

    private Skb any() {
        var header = new EthernetHeader(values.mac(), MacAddress.BROADCAST, 0x0800);
        long id = recorder.walk().end().focus().skb().map(Skb::id).orElse(1L);
        return Skb.sent(id, values.packet())
                .arriving(
                        values.device(),
                        values.flag() ? Optional.of(header) : Optional.empty(),
                        values.pick(PacketType.values()))
                .withOwner(values.pick(
                        new Owner[] {Owner.NOBODY, Owner.KERNEL, Owner.LISTENER, Owner.ROOT, Owner.program(-2, 7)}))
                .withBridge(new Skb.BridgePorts(Optional.of(values.device()), Optional.empty()));
    }

    private Connection known() {
        Connection made = connection();
        return recorder.walk()
                .end()
                .world()
                .netfilter(NS)
                .connections()
                .connection(made.id())
                .orElse(made);
    }

    private Connection connection() {
        long id = 1L + values.number(5);
        RandomTracking tracking = new RandomTracking(values);
        Connection base = recorder.walk()
                .end()
                .world()
                .netfilter(NS)
                .connections()
                .connection(id)
                .orElseGet(() -> tracking.fresh(id));
        return tracking.changed(base);
    }
}
