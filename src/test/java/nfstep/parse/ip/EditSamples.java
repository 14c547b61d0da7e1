package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.host.InterfaceAddress;
import nfstep.host.LinkKind;
import nfstep.host.Listener;
import nfstep.host.NetworkEdit;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.host.edit.AddAddress;
import nfstep.host.edit.AddLink;
import nfstep.host.edit.AddListener;
import nfstep.host.edit.AddNamespace;
import nfstep.host.edit.AddNeighbour;
import nfstep.host.edit.AddRoute;
import nfstep.host.edit.AddRule;
import nfstep.host.edit.AddVethPair;
import nfstep.host.edit.AddVlan;
import nfstep.host.edit.DeleteAddress;
import nfstep.host.edit.DeleteLink;
import nfstep.host.edit.DeleteNamespace;
import nfstep.host.edit.DeleteNeighbour;
import nfstep.host.edit.DeleteRoute;
import nfstep.host.edit.DeleteRule;
import nfstep.host.edit.FlushAddresses;
import nfstep.host.edit.FlushNeighbours;
import nfstep.host.edit.FlushRoutes;
import nfstep.host.edit.FlushRules;
import nfstep.host.edit.ForgetNeighbours;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.NewAddress;
import nfstep.host.edit.NewLink;
import nfstep.host.edit.NewRoute;
import nfstep.host.edit.RemoveListener;
import nfstep.host.edit.RouteSelection;
import nfstep.host.edit.RuleSpec;
import nfstep.host.edit.SetLink;
import nfstep.host.edit.SetSysctl;
import nfstep.host.edit.Write;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.packet.Prefix;

/** Changes of each kind. */
final class EditSamples {
    private static final MacAddress MAC = MacAddress.of("02:00:00:00:00:77");
    private static final Listener NGINX = new Listener(6, IpAddress.of("0.0.0.0"), 80, "nginx");
    private static final Listener PROXY = new Listener(6, IpAddress.of("::"), 8080, "docker-proxy");
    private static final NewLink SPECIAL = new NewLink("eth0", Optional.of(MAC), OptionalInt.of(1400));

    static final List<NetworkEdit> ALL = List.of(
            new AddNamespace("a"),
            new DeleteNamespace("a"),
            new AddLink("host", NewLink.named("br0"), LinkKind.BRIDGE),
            new AddLink("a", SPECIAL, LinkKind.DUMMY),
            new AddVlan("host", NewLink.named("eth0.5"), "eth0", 5),
            new AddVethPair("host", NewLink.named("eth0"), "a", NewLink.named("e1")),
            new AddVethPair("a", SPECIAL, "host", new NewLink("e1", Optional.empty(), OptionalInt.of(1300))),
            new AddVethPair("a", NewLink.named("v0"), "a", NewLink.named("v1")),
            new DeleteLink("a", "eth0"),
            new SetLink("host", "eth0", List.of(new LinkSetting.Move("a"), new LinkSetting.Up())),
            new SetLink(
                    "a",
                    "eth0",
                    List.of(
                            new LinkSetting.Move("host"),
                            new LinkSetting.Address(MAC),
                            new LinkSetting.Mtu(1300),
                            new LinkSetting.Rename("wan"),
                            new LinkSetting.Enslave("br0"),
                            new LinkSetting.Down())),
            new SetLink("a", "eth0", List.of(new LinkSetting.Release())),
            new SetLink("host", "p1", List.of(new LinkSetting.Up(), new LinkSetting.Hairpin(true))),
            new SetLink("host", "p1", List.of(new LinkSetting.Hairpin(false))),
            new SetLink("a", "br0", List.of(new LinkSetting.Ageing(100), new LinkSetting.CallsIptables(true))),
            new SetLink("a", "br0", List.of(new LinkSetting.CallsIptables(false), new LinkSetting.Down())),
            new AddAddress("host", "eth0", NewAddress.of(IpAddress.of("10.0.0.1"), 24), Write.ADD),
            new AddAddress(
                    "a",
                    "eth0",
                    new NewAddress(IpAddress.of("10.0.0.1"), 24, Optional.of(IpAddress.of("10.0.0.255")), Scope.LINK),
                    Write.REPLACE),
            new AddAddress("a", "eth0", NewAddress.of(IpAddress.of("fe80::1"), 64), Write.CHANGE),
            new DeleteAddress(
                    "host",
                    "eth0",
                    IpAddress.of("10.0.0.1"),
                    Optional.of(Prefix.of("10.0.0.0/24")),
                    Optional.of("eth0:1")),
            new DeleteAddress(
                    "host", "eth0", IpAddress.of("10.0.0.1"), Optional.of(Prefix.of("10.9.0.0/24")), Optional.empty()),
            new AddAddress(
                    "host",
                    "eth0",
                    new NewAddress(
                            IpAddress.of("10.0.0.1"),
                            24,
                            Optional.empty(),
                            Scope.UNIVERSE,
                            new InterfaceAddress.Manner(
                                    Optional.of("eth0:1"), Optional.of(IpAddress.of("10.9.0.1")), true)),
                    Write.ADD),
            new DeleteAddress("host", "eth0", IpAddress.of("2001:db8::1"), Optional.empty(), Optional.empty()),
            new FlushAddresses("host", "eth0", Optional.empty(), Optional.empty()),
            new FlushAddresses("a", "eth0", Optional.of(IpFamily.IPV6), Optional.of(Scope.UNIVERSE)),
            route(Write.ADD, "10.0.0.0/8", RouteType.UNICAST, to("eth0", "10.1.0.2")),
            route(Write.REPLACE, "0.0.0.0/0", RouteType.UNICAST, to("eth0", "10.1.0.2")),
            route(Write.APPEND, "10.0.0.0/8", RouteType.UNREACHABLE, NewRoute.To.NOWHERE),
            route(Write.CHANGE, "::/0", RouteType.UNICAST, to("eth0", "fe80::1")),
            route(
                    Write.PREPEND,
                    "2001:db8::1/128",
                    RouteType.LOCAL,
                    new NewRoute.To(Optional.of("lo"), Optional.empty(), false)),
            special(),
            new DeleteRoute("host", selection("10.0.0.0/8", RouteSelection.What.ANY)),
            new DeleteRoute("a", selection("2001:db8::/64", what())),
            new FlushRoutes("host", selection("10.0.0.0/8", RouteSelection.What.ANY)),
            new FlushRoutes(
                    "host",
                    new RouteSelection(
                            IpFamily.IPV6,
                            new RouteSelection.Where(OptionalInt.empty()),
                            Optional.empty(),
                            RouteSelection.What.ANY,
                            RouteSelection.Hop.ANY)),
            new AddRule("host", rule()),
            new AddRule("a", always(IpFamily.IPV6, RouteType.BLACKHOLE)),
            new DeleteRule("host", rule()),
            new DeleteRule("host", always(IpFamily.IPV4, RouteType.UNICAST)),
            new FlushRules("host", IpFamily.IPV4),
            new FlushRules("a", IpFamily.IPV6),
            new AddNeighbour("host", "eth0", IpAddress.of("10.0.0.5"), MAC, Write.ADD),
            new AddNeighbour("a", "eth0", IpAddress.of("fe80::5"), MAC, Write.REPLACE),
            new DeleteNeighbour("host", "eth0", IpAddress.of("10.0.0.5")),
            new FlushNeighbours("host", "eth0", Optional.empty()),
            new ForgetNeighbours("host", "eth0", Optional.empty()),
            new ForgetNeighbours("a", "eth0", Optional.of(IpAddress.of("10.0.0.5"))),
            new FlushNeighbours("a", "eth0", Optional.of(IpAddress.of("10.0.0.5"))),
            new SetSysctl("host", "net.ipv4.ip_forward", 1),
            new SetSysctl("a", "net.ipv4.conf.eth0/5.rp_filter", -1),
            new AddListener("host", NGINX),
            new RemoveListener("a", PROXY));

    private EditSamples() {}

    private static NewRoute.To to(String device, String gateway) {
        return new NewRoute.To(Optional.of(device), Optional.of(IpAddress.of(gateway)), false);
    }

    private static AddRoute route(Write write, String prefix, RouteType type, NewRoute.To to) {
        NewRoute.Key key = new NewRoute.Key(254, type, Prefix.of(prefix), 0, OptionalLong.empty());
        Scope scope = NewRoute.usualScope(type, to);
        return new AddRoute("host", new NewRoute(key, to, Optional.empty(), scope, OptionalInt.empty(), "boot"), write);
    }

    private static AddRoute special() {
        NewRoute.Key key = new NewRoute.Key(
                100, RouteType.UNICAST, Prefix.of("10.0.0.0/8"), 0x10, OptionalLong.of(4_294_967_295L));
        NewRoute.To to = new NewRoute.To(Optional.of("eth0"), Optional.of(IpAddress.of("10.9.0.2")), true);
        Optional<IpAddress> source = Optional.of(IpAddress.of("10.1.0.1"));
        return new AddRoute("a", new NewRoute(key, to, source, Scope.SITE, OptionalInt.of(1200), "static"), Write.ADD);
    }

    private static RouteSelection.What what() {
        return new RouteSelection.What(
                Optional.of(RouteType.PROHIBIT),
                OptionalInt.of(0),
                OptionalLong.of(7),
                Optional.of(IpAddress.of("2001:db8::1")),
                Optional.of("99"));
    }

    private static RouteSelection selection(String prefix, RouteSelection.What what) {
        Prefix destination = Prefix.of(prefix);
        RouteSelection.What exact = new RouteSelection.What(
                what.type(), OptionalInt.of(what.tos().orElse(0)), what.metric(), what.source(), what.origin());
        IpAddress gateway = IpAddress.of(destination.family() == IpFamily.IPV4 ? "10.1.0.2" : "fe80::2");
        return new RouteSelection(
                destination.family(),
                new RouteSelection.Where(OptionalInt.of(100)),
                Optional.of(destination),
                exact,
                new RouteSelection.Hop(Optional.of("eth0"), Optional.of(gateway)));
    }

    private static RuleSpec rule() {
        RuleSpec.When when = new RuleSpec.When(
                true,
                Prefix.of("10.0.0.0/8"),
                Prefix.of("10.1.2.3/32"),
                Optional.of("eth0"),
                Optional.of("eth1"),
                7,
                0xff,
                0x10);
        return new RuleSpec(
                IpFamily.IPV4, OptionalInt.of(50), when, OptionalInt.of(100), OptionalInt.of(8), Optional.empty());
    }

    private static RuleSpec always(IpFamily family, RouteType action) {
        return new RuleSpec(
                family,
                OptionalInt.empty(),
                RuleSpec.When.always(family),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.of(action));
    }
}
