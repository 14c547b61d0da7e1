package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nfstep.packet.IpFamily;
import nfstep.rules.Match;
import nfstep.rules.Target;

/** All extensions that iptables 1.8.9 knows: what parser, printer and help go by. */
public final class Extensions {
    private static final List<Extension<Match>> MODELLED_MATCHES = List.of(
            AddrtypeMatch.EXTENSION,
            AhMatch.EXTENSION,
            CommentMatch.EXTENSION,
            ConnbytesMatch.EXTENSION,
            ConnlimitMatch.EXTENSION,
            ConnmarkMatch.EXTENSION,
            ConntrackMatch.EXTENSION,
            DccpMatch.EXTENSION,
            DevgroupMatch.EXTENSION,
            DscpMatch.EXTENSION,
            EcnMatch.EXTENSION,
            EspMatch.EXTENSION,
            HashlimitMatch.EXTENSION,
            HelperMatch.EXTENSION,
            HlMatch.EXTENSION,
            IcmpMatch.EXTENSION,
            Icmp6Match.EXTENSION,
            IpcompMatch.EXTENSION,
            IprangeMatch.EXTENSION,
            LengthMatch.EXTENSION,
            LimitMatch.EXTENSION,
            MacMatch.EXTENSION,
            MarkMatch.EXTENSION,
            MultiportMatch.EXTENSION,
            NthMatch.EXTENSION,
            PhysdevMatch.EXTENSION,
            OwnerMatch.EXTENSION,
            PkttypeMatch.EXTENSION,
            PolicyMatch.EXTENSION,
            QuotaMatch.EXTENSION,
            RealmMatch.EXTENSION,
            RecentMatch.EXTENSION,
            RpfilterMatch.EXTENSION,
            SctpMatch.EXTENSION,
            SocketMatch.EXTENSION,
            StateMatch.EXTENSION,
            StringMatch.EXTENSION,
            TcpMatch.EXTENSION,
            TcpmssMatch.EXTENSION,
            TimeMatch.EXTENSION,
            TosMatch.EXTENSION,
            TtlMatch.EXTENSION,
            U32Match.EXTENSION,
            UdpMatch.EXTENSION);
    private static final List<Extension<Target>> MODELLED_TARGETS = List.of(
            ChecksumTarget.EXTENSION,
            ClassifyTarget.EXTENSION,
            ConnmarkTarget.EXTENSION,
            CtTarget.EXTENSION,
            DnatTarget.EXTENSION,
            DscpTarget.EXTENSION,
            EcnTarget.EXTENSION,
            HlTarget.EXTENSION,
            LogTarget.EXTENSION,
            MarkTarget.EXTENSION,
            MasqueradeTarget.EXTENSION,
            NetmapTarget.EXTENSION,
            NflogTarget.EXTENSION,
            NotrackTarget.EXTENSION,
            RedirectTarget.EXTENSION,
            RejectTarget.EXTENSION,
            SnatTarget.EXTENSION,
            TcpmssTarget.EXTENSION,
            TcpoptstripTarget.EXTENSION,
            TeeTarget.EXTENSION,
            TosTarget.EXTENSION,
            TraceTarget.EXTENSION,
            TtlTarget.EXTENSION);

    /** Other names of the match icmp6: {@code xtables_find_match}. */
    private static final List<String> ICMP6 = List.of("icmpv6", "ipv6-icmp");

    private static final Map<IpFamily, Map<String, Extension<Match>>> MATCHES =
            byName(MODELLED_MATCHES, KnownMatches.ALL);
    private static final Map<IpFamily, Map<String, Extension<Target>>> TARGETS =
            byName(MODELLED_TARGETS, KnownTargets.ALL);

    private Extensions() {}

    /** The match behind {@code -m NAME} for that family. */
    public static Optional<Extension<Match>> match(String name, IpFamily family) {
        boolean synonym = family == IpFamily.IPV6 && ICMP6.contains(name);
        return Optional.ofNullable(of(MATCHES, family).get(synonym ? "icmp6" : name));
    }

    /** The target behind {@code -j NAME} for that family. */
    public static Optional<Extension<Target>> target(String name, IpFamily family) {
        return Optional.ofNullable(of(TARGETS, family).get(name));
    }

    /** The match whose options are known as soon as a rule of that family asks for the protocol. */
    public static Optional<Extension<Match>> implicitFor(int protocol, IpFamily family) {
        return of(MATCHES, family).values().stream()
                .filter(extension -> protocol != 0 && extension.implicitProtocol() == protocol)
                .findFirst();
    }

    /** The names of all matches of that family, sorted. */
    public static List<String> matchNames(IpFamily family) {
        return List.copyOf(of(MATCHES, family).keySet());
    }

    /** The names of all targets of that family, sorted. */
    public static List<String> targetNames(IpFamily family) {
        return List.copyOf(of(TARGETS, family).keySet());
    }

    private static <T> Map<String, Extension<T>> of(Map<IpFamily, Map<String, Extension<T>>> all, IpFamily family) {
        return Optional.ofNullable(all.get(family)).orElseThrow();
    }

    private static <T> Map<IpFamily, Map<String, Extension<T>>> byName(
            List<Extension<T>> modelled, List<Extension<T>> known) {
        List<Extension<T>> all = new ArrayList<>(modelled);
        all.addAll(known);
        Map<IpFamily, Map<String, Extension<T>>> names = new EnumMap<>(IpFamily.class);
        for (IpFamily family : IpFamily.values()) {
            Map<String, Extension<T>> some = new TreeMap<>();
            all.stream().filter(e -> e.families().contains(family)).forEach(e -> some.put(e.name(), e));
            names.put(family, some);
        }
        return names;
    }
}
