package nfstep.trace;

import java.util.Optional;
import nfstep.event.At;
import nfstep.event.CommandEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.Action;
import nfstep.rules.Hook;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.state.Ids;

/** Walks that several tests use. */
public final class Samples {
    /** A ping. */
    public static final Packet PING = Packets.icmpEcho(IpAddress.of("10.0.0.1"), IpAddress.of("10.1.0.2"), 7, 1)
            .build();

    /** Its answer. */
    public static final Packet PONG = Packets.icmpEchoReply(IpAddress.of("10.1.0.2"), IpAddress.of("10.0.0.1"), 7, 1)
            .build();

    private Samples() {}

    /**
     * A chain that jumps, a chain that goes to another, and the policy:
     *
     * <pre>
     *  0 command, 1 rules, 2 command, 3 sent, 4 hook, 5 function, 6 FORWARD, 7 passes 1-2, 8 rule 3 jumps, 9 in A,
     * 10 passes 1, 11 rule 2 goes to B, 12 in B, 13 B ends, 14 passes 4, 15 policy, 16 function, 17 dropped
     * </pre>
     */
    public static Walk jumps() {
        return new WalkBuilder()
                .command("iptables-restore")
                .rules(table())
                .command("ping 10.1.0.2")
                .sent(PING)
                .table(Hook.FORWARD, TableName.FILTER)
                .passed("FORWARD", 1, 1, 4)
                .matched("FORWARD", 3)
                .enter("A", Entry.JUMP)
                .passed("A", 1, 4)
                .matched("A", 2)
                .enter("B", Entry.GOTO)
                .left("B", 1)
                .passed("FORWARD", 4, 1)
                .policy(5, Verdict.DROP)
                .verdict(Verdict.DROP)
                .walk();
    }

    /** A ping that is dropped as in {@link #jumps}, then one that gets through and is answered. */
    public static Walk answered() {
        WalkBuilder walk = new WalkBuilder(jumps());
        walk.command("echo 'a\u001b[31m'").add(new CommandEvent.Printed("a\u001b[31m\nb\n"));
        walk.add(new CommandEvent.TimePassed(0, 1_000_000_000L));
        walk.add(new CommandEvent.TableOpened("host", IpFamily.IPV4, TableName.NAT));
        walk.command("ping 10.1.0.2").sent(PING).table(Hook.PREROUTING, TableName.NAT);
        walk.policy(1, Verdict.ACCEPT)
                .verdict(Verdict.ACCEPT)
                .table(Hook.FORWARD, TableName.FILTER)
                .passed("FORWARD", 1, 1, 4)
                .matched("FORWARD", 3)
                .enter("A", Entry.JUMP)
                .verdict(Verdict.ACCEPT)
                .transmitted();
        At there = new At("world", 2);
        Skb arrived = Skb.sent(2, PING).arriving(WalkBuilder.ETH0, Optional.empty(), PacketType.HOST);
        walk.add(new PathEvent.Arrived(there, arrived, "host")).add(new PathEvent.Delivered(there, "the stack"));
        Ids ids = walk.walk().end().world().ids();
        Skb reply = Skb.sent(3, PONG);
        At answer = new At("world", 3);
        walk.add(new PathEvent.Sent(answer, reply, "echo reply", 2, ids.afterPacket()))
                .add(new PathEvent.Transmitted(answer, WalkBuilder.ETH0, reply));
        return walk.walk();
    }

    /** The table of {@link #jumps}. */
    public static SampleTable table() {
        return SampleTable.of(TableName.FILTER)
                .with("B")
                .with(
                        "A",
                        SampleTable.rule("", Protocols.UDP, SampleTable.accept()),
                        SampleTable.always(new Action.Goto("B")))
                .with(
                        "FORWARD",
                        SampleTable.rule("10.9.9.9", 0, SampleTable.accept()),
                        SampleTable.rule("", Protocols.TCP, SampleTable.accept()),
                        SampleTable.rule("", Protocols.ICMP, new Action.Jump("A")),
                        SampleTable.rule("10.9.9.9", 0, SampleTable.accept()));
    }
}
