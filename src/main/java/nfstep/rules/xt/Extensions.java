package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Match;
import nfstep.rules.Target;

/** All extensions that iptables 1.8.9 knows: what parser, printer and help go by. */
public final class Extensions {
    private static final List<Registry.Named<Match>> MODELLED_MATCHES = List.of(
            named("addrtype", () -> AddrtypeMatch.EXTENSION),
            named("ah", () -> AhMatch.EXTENSION),
            named("comment", () -> CommentMatch.EXTENSION),
            named("connbytes", () -> ConnbytesMatch.EXTENSION),
            named("connlimit", () -> ConnlimitMatch.EXTENSION),
            named("connmark", () -> ConnmarkMatch.EXTENSION),
            named("conntrack", () -> ConntrackMatch.EXTENSION),
            named("dccp", () -> DccpMatch.EXTENSION),
            named("devgroup", () -> DevgroupMatch.EXTENSION),
            named("dscp", () -> DscpMatch.EXTENSION),
            named("ecn", () -> EcnMatch.EXTENSION),
            named("esp", () -> EspMatch.EXTENSION),
            named("hashlimit", () -> HashlimitMatch.EXTENSION),
            named("helper", () -> HelperMatch.EXTENSION),
            named("hl", () -> HlMatch.EXTENSION),
            named("icmp", () -> IcmpMatch.EXTENSION),
            named("icmp6", () -> Icmp6Match.EXTENSION),
            named("ipcomp", () -> IpcompMatch.EXTENSION),
            named("iprange", () -> IprangeMatch.EXTENSION),
            named("length", () -> LengthMatch.EXTENSION),
            named("limit", () -> LimitMatch.EXTENSION),
            named("mac", () -> MacMatch.EXTENSION),
            named("mark", () -> MarkMatch.EXTENSION),
            named("multiport", () -> MultiportMatch.EXTENSION),
            named("statistic", () -> NthMatch.EXTENSION),
            named("physdev", () -> PhysdevMatch.EXTENSION),
            named("owner", () -> OwnerMatch.EXTENSION),
            named("pkttype", () -> PkttypeMatch.EXTENSION),
            named("policy", () -> PolicyMatch.EXTENSION),
            named("quota", () -> QuotaMatch.EXTENSION),
            named("realm", () -> RealmMatch.EXTENSION),
            named("recent", () -> RecentMatch.EXTENSION),
            named("rpfilter", () -> RpfilterMatch.EXTENSION),
            named("sctp", () -> SctpMatch.EXTENSION),
            named("socket", () -> SocketMatch.EXTENSION),
            named("state", () -> StateMatch.EXTENSION),
            named("string", () -> StringMatch.EXTENSION),
            named("tcp", () -> TcpMatch.EXTENSION),
            named("tcpmss", () -> TcpmssMatch.EXTENSION),
            named("time", () -> TimeMatch.EXTENSION),
            named("tos", () -> TosMatch.EXTENSION),
            named("ttl", () -> TtlMatch.EXTENSION),
            named("u32", () -> U32Match.EXTENSION),
            named("udp", () -> UdpMatch.EXTENSION));
    private static final List<Registry.Named<Target>> MODELLED_TARGETS = List.of(
            named("CHECKSUM", () -> ChecksumTarget.EXTENSION),
            named("CLASSIFY", () -> ClassifyTarget.EXTENSION),
            named("CONNMARK", () -> ConnmarkTarget.EXTENSION),
            named("CT", () -> CtTarget.EXTENSION),
            named("DNAT", () -> DnatTarget.EXTENSION),
            named("DSCP", () -> DscpTarget.EXTENSION),
            named("ECN", () -> EcnTarget.EXTENSION),
            named("HL", () -> HlTarget.EXTENSION),
            named("LOG", () -> LogTarget.EXTENSION),
            named("MARK", () -> MarkTarget.EXTENSION),
            named("MASQUERADE", () -> MasqueradeTarget.EXTENSION),
            named("NETMAP", () -> NetmapTarget.EXTENSION),
            named("NFLOG", () -> NflogTarget.EXTENSION),
            named("NOTRACK", () -> NotrackTarget.EXTENSION),
            named("REDIRECT", () -> RedirectTarget.EXTENSION),
            named("REJECT", () -> RejectTarget.EXTENSION),
            named("SNAT", () -> SnatTarget.EXTENSION),
            named("TCPMSS", () -> TcpmssTarget.EXTENSION),
            named("TCPOPTSTRIP", () -> TcpoptstripTarget.EXTENSION),
            named("TEE", () -> TeeTarget.EXTENSION),
            named("TOS", () -> TosTarget.EXTENSION),
            named("TRACE", () -> TraceTarget.EXTENSION),
            named("TTL", () -> TtlTarget.EXTENSION));

    private static final Set<String> KEPT_MATCHES = Set.of(
            "ah",
            "bpf",
            "cgroup",
            "cluster",
            "connlabel",
            "cpu",
            "dst",
            "eui64",
            "frag",
            "hbh",
            "ipv6header",
            "ipvs",
            "mh",
            "nfacct",
            "osf",
            "rateest",
            "rpfilter",
            "rt",
            "set",
            "socket",
            "srh");
    private static final Set<String> KEPT_TARGETS = Set.of(
            "AUDIT",
            "CLUSTERIP",
            "CONNSECMARK",
            "DNPT",
            "HMARK",
            "IDLETIMER",
            "LED",
            "NFQUEUE",
            "RATEEST",
            "SECMARK",
            "SET",
            "SNPT",
            "SYNPROXY",
            "TPROXY",
            "ULOG");

    private static final Registry<Match> MATCHES =
            new Registry<>(MODELLED_MATCHES, KEPT_MATCHES, () -> KnownMatches.ALL);
    private static final Registry<Target> TARGETS =
            new Registry<>(MODELLED_TARGETS, KEPT_TARGETS, () -> KnownTargets.ALL);

    private Extensions() {}

    private static <T> Registry.Named<T> named(String name, Supplier<Extension<T>> extension) {
        return new Registry.Named<>(name, extension);
    }

    /** The match behind {@code -m NAME} for that family. */
    public static Optional<Extension<Match>> match(String name, IpFamily family) {
        return MATCHES.find(family == IpFamily.IPV6 ? principal(name) : name, family);
    }

    /** The name of a match of IPv6 that has several: {@code xtables_find_match}. */
    private static String principal(String name) {
        return name.equals("icmpv6") || name.equals("ipv6-icmp") ? "icmp6" : name;
    }

    /** The target behind {@code -j NAME} for that family. */
    public static Optional<Extension<Target>> target(String name, IpFamily family) {
        return TARGETS.find(name, family);
    }

    /** The match whose options are known as soon as a rule of that family asks for the protocol: it has its name. */
    public static Optional<Extension<Match>> implicitFor(int protocol, IpFamily family) {
        if (protocol == 0) {
            return Optional.empty();
        }
        String name = protocol == KnownMatches.MOBILITY ? "mh" : Protocols.name(protocol);
        return match(name, family).filter(it -> it.implicitProtocol() == protocol);
    }

    /** The names of all matches of that family, sorted. */
    public static List<String> matchNames(IpFamily family) {
        return MATCHES.names(family);
    }

    /** The names of all targets of that family, sorted. */
    public static List<String> targetNames(IpFamily family) {
        return TARGETS.names(family);
    }
}
