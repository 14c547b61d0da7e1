package nfstep.trace.json;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nfstep.conntrack.Direction;
import nfstep.conntrack.GreTracking;
import nfstep.conntrack.SctpState;
import nfstep.conntrack.SctpTracking;
import nfstep.conntrack.TcpEnd;
import nfstep.conntrack.TcpKind;
import nfstep.conntrack.TcpLast;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tracking;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.UdpTracking;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.RoutingRule;
import nfstep.host.Scope;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Prefix;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.TableName;
import nfstep.state.Counters;
import nfstep.state.HookEntry;
import nfstep.state.HookOwner;
import nfstep.state.Socket;

/** Values that make no sense, from a seed. */
final class RandomValues {
    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    Packet packet() {
        return Packets.udp(IpAddress.of("10.0.0.1"), 1 + number(3), IpAddress.of("10.0.0.2"), 53)
                .build();
    }

    Effect.Log log() {
        return new Effect.Log(new Effect.LogFlags(flag(), flag(), flag(), flag(), flag()), text(), number(8));
    }

    Counters.PolicyKey policy() {
        return new Counters.PolicyKey(pick(IpFamily.values()), pick(TableName.values()), pick(Hook.values()));
    }

    Socket socket() {
        Socket.State state = flag()
                ? new Socket.State.Datagrams(number(9))
                : new Socket.State.Tcp(pick(Socket.TcpPhase.values()), random.nextInt(), 1, -1, flag());
        return new Socket(number(9), tuple(), text(), state);
    }

    HookState state() {
        return new HookState(pick(Hook.values()), Optional.of(device()), Optional.empty());
    }

    HookEntry entry() {
        HookOwner owner = pick(new HookOwner[] {
            new HookOwner.Legacy(TableName.FILTER),
            new HookOwner.Defrag(),
            new HookOwner.Conntrack(),
            new HookOwner.Nat(),
            new HookOwner.Confirm()
        });
        return new HookEntry(pick(Hook.values()), random.nextInt(), number(9), owner);
    }

    MacAddress mac() {
        return new MacAddress(number(99));
    }

    Device device() {
        return new Device(1 + number(4), "eth" + number(3));
    }

    Optional<Decision> decision() {
        return Optional.of(new Decision(
                pick(Decision.Kind.values()),
                Optional.of(device()),
                flag() ? Optional.of(address()) : Optional.empty(),
                OptionalInt.of(1500),
                flag() ? Optional.of(route()) : Optional.empty()));
    }

    Route route() {
        return new Route(
                number(300),
                pick(RouteType.values()),
                Prefix.of(address(), 8),
                number(2),
                flag() ? Route.Hop.NONE : new Route.Hop(OptionalInt.of(3), Optional.of(address()), flag()),
                Optional.of(address()),
                number(2),
                pick(Scope.values()),
                flag() ? OptionalInt.empty() : OptionalInt.of(1400),
                text());
    }

    FibResult fib() {
        Prefix any = Prefix.any(IpFamily.IPV4);
        var rule = new RoutingRule(
                number(9),
                flag(),
                any,
                any,
                Optional.of("eth0"),
                Optional.empty(),
                1,
                0,
                2,
                254,
                flag() ? OptionalInt.empty() : OptionalInt.of(8),
                RouteType.UNICAST);
        return flag() ? FibResult.NONE : new FibResult(Optional.of(rule), Optional.of(route()));
    }

    FlowKey flow() {
        return new FlowKey(address(), address(), number(2), number(2), number(2), number(2));
    }

    Tracking tracking() {
        TcpEnd end = new TcpEnd(random.nextInt(), random.nextInt(), number(9), -1, 3, number(256));
        TcpLast last = new TcpLast(pick(Direction.values()), pick(TcpKind.values()), 1, -2, 3, 4, 5, 6);
        return pick(new Tracking[] {
            Tracking.NONE,
            new UdpTracking(random.nextLong()),
            new GreTracking(1, 2),
            new SctpTracking(
                    pick(SctpState.values()),
                    new SctpTracking.SctpEnd(random.nextInt(), flag()),
                    SctpTracking.SctpEnd.UNSEEN,
                    pick(SctpTracking.DoubtedHeartbeat.values())),
            new TcpTracking(pick(TcpState.values()), end, TcpEnd.UNSEEN, last, number(2))
        });
    }

    Tuple tuple() {
        return new Tuple(IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0." + number(9)), 17, number(99), 53);
    }

    IpAddress address() {
        return flag() ? IpAddress.of("10.0.0." + number(256)) : IpAddress.of("2001:db8::" + number(999));
    }

    String text() {
        return pick(
                new String[] {"", "a", "\u001b[2J", "\u009b", "quote \" \\ /", "two\nlines", "\ud83d\ude00", "\u202e"});
    }

    boolean flag() {
        return random.nextBoolean();
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
