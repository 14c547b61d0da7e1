package nfstep.trace;

import java.util.Optional;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.FirstFailures;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.rules.Backend;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Rule;
import nfstep.rules.RulesEdit;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.source.SourceText;
import nfstep.state.HookEntry;
import nfstep.state.HookOwner;
import nfstep.state.World;

/** Makes walks by hand: each call adds what the engine would report. */
public final class WalkBuilder {
    /** The namespace in which it all happens. */
    public static final String NS = "host";
    /** A device. */
    public static final Device ETH0 = new Device(2, "eth0");
    /** Another device. */
    public static final Device ETH1 = new Device(3, "eth1");

    private final WalkRecorder recorder;
    private long packet = 1;
    private int line;
    private HookState where = new HookState(Hook.FORWARD, Optional.of(ETH0), Optional.of(ETH1));
    private HookEntry entry = new HookEntry(Hook.FORWARD, 0, 0, new HookOwner.Legacy(TableName.FILTER));

    /** From a bare host on. */
    public WalkBuilder() {
        this(Walk.startingAt(new SourceText("a.lab", "ping 10.0.0.2\n"), World.initial()));
    }

    /** From the end of a walk on. */
    public WalkBuilder(Walk walk) {
        recorder = new WalkRecorder(walk);
    }

    /** The walk so far. */
    public Walk walk() {
        return recorder.walk();
    }

    /** The packet that is on its way. */
    public Skb skb() {
        return walk().end().focus().skb().orElseThrow();
    }

    /** Adds any event. */
    public WalkBuilder add(Event event) {
        recorder.accept(event);
        return this;
    }

    /** A command of the lab. */
    public WalkBuilder command(String text) {
        return add(new CommandEvent.CommandStarted("a.lab", ++line, NS, text));
    }

    /** A table is set. */
    public WalkBuilder rules(RulesEdit edit) {
        return add(new CommandEvent.RulesChanged(NS, IpFamily.IPV4, edit, "iptables-restore"));
    }

    /** A packet is sent. */
    public WalkBuilder sent(Packet bytes) {
        packet = walk().end().world().ids().packet();
        Skb skb = Skb.sent(packet, bytes);
        return add(new PathEvent.Sent(
                at(), skb, "ping", 0, walk().end().world().ids().afterPacket()));
    }

    /** The packet comes in by eth0. */
    public WalkBuilder arrived(Packet bytes) {
        Skb skb = Skb.sent(packet, bytes).arriving(ETH0, Optional.empty(), nfstep.rules.PacketType.HOST);
        return add(new PathEvent.Arrived(at(), skb, "lan"));
    }

    /** The packet comes to a hook and a table there. */
    public WalkBuilder table(Hook hook, TableName table) {
        where = new HookState(hook, Optional.of(ETH0), hook.hasOutput() ? Optional.of(ETH1) : Optional.empty());
        HookOwner owner = table == TableName.NAT ? new HookOwner.Nat() : new HookOwner.Legacy(table);
        entry = new HookEntry(hook, table.priority(hook, Backend.LEGACY), 0, owner);
        add(new PathEvent.HookEntered(at(), where, 1)).add(new PathEvent.FunctionEntered(at(), entry));
        return enter(hook.name(), Entry.HOOK);
    }

    /** The packet comes to a chain. */
    public WalkBuilder enter(String chain, Entry how) {
        return add(new RuleEvent.ChainEntered(at(), ref(chain), how));
    }

    /** The packet passes rules; each condition is the one that failed. */
    public WalkBuilder passed(String chain, int from, int... conditions) {
        return add(new RuleEvent.RulesPassed(at(), ref(chain), from, FirstFailures.of(conditions)));
    }

    /** A rule matches. */
    public WalkBuilder matched(String chain, int number) {
        Rule rule = RuleLine.find(walk().end().world(), NS, ref(chain), number)
                .orElseThrow()
                .rule();
        return add(new RuleEvent.RuleMatched(
                at(), ref(chain), number, rule, skb().packet().length()));
    }

    /** The packet falls off the end of a chain. */
    public WalkBuilder left(String chain, int number) {
        return add(new RuleEvent.ChainLeft(at(), ref(chain), number, false));
    }

    /** The packet is sent back by a RETURN rule. */
    public WalkBuilder returned(String chain, int number) {
        return add(new RuleEvent.ChainLeft(at(), ref(chain), number, true));
    }

    /** The policy decides. */
    public WalkBuilder policy(int number, Verdict verdict) {
        Hook hook = where.hook();
        int length = skb().packet().length();
        return add(new RuleEvent.PolicyApplied(at(), ref(hook.name()), hook, number, verdict, length));
    }

    /** The function gives its verdict, and the hook lets the packet pass or not. */
    public WalkBuilder verdict(Verdict verdict) {
        add(new PathEvent.FunctionLeft(at(), entry, verdict));
        return verdict == Verdict.ACCEPT
                ? add(new PathEvent.HookLeft(at(), where.hook()))
                : add(new PathEvent.Dropped(at(), "filter/FORWARD:policy", "policy DROP", Optional.empty()));
    }

    /** The packet leaves by eth1. */
    public WalkBuilder transmitted() {
        return add(new PathEvent.Transmitted(at(), ETH1, skb()));
    }

    /** Which packet it is about. */
    public At at() {
        return new At(NS, packet);
    }

    /** A chain of the table that the packet is in. */
    public ChainRef ref(String chain) {
        TableName table = entry.owner() instanceof HookOwner.Legacy legacy ? legacy.table() : TableName.NAT;
        return new ChainRef(IpFamily.IPV4, table, chain);
    }
}
