package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.Match;
import nfstep.rules.Target;

/** All extensions that iptables 1.8.9 knows: what parser, printer and help go by. */
public final class Extensions {
    private static final List<Extension<Match>> MATCHES = List.of(
            AddrtypeMatch.EXTENSION,
            CommentMatch.EXTENSION,
            ConnmarkMatch.EXTENSION,
            ConntrackMatch.EXTENSION,
            DscpMatch.EXTENSION,
            HlMatch.EXTENSION,
            IcmpMatch.EXTENSION,
            Icmp6Match.EXTENSION,
            IprangeMatch.EXTENSION,
            LengthMatch.EXTENSION,
            LimitMatch.EXTENSION,
            MacMatch.EXTENSION,
            MarkMatch.EXTENSION,
            MultiportMatch.EXTENSION,
            NthMatch.EXTENSION,
            PkttypeMatch.EXTENSION,
            SctpMatch.EXTENSION,
            StateMatch.EXTENSION,
            TcpMatch.EXTENSION,
            TosMatch.EXTENSION,
            TtlMatch.EXTENSION,
            UdpMatch.EXTENSION);
    private static final List<Extension<Target>> TARGETS = List.of(
            ConnmarkTarget.EXTENSION,
            CtTarget.EXTENSION,
            DnatTarget.EXTENSION,
            LogTarget.EXTENSION,
            MarkTarget.EXTENSION,
            MasqueradeTarget.EXTENSION,
            NotrackTarget.EXTENSION,
            RedirectTarget.EXTENSION,
            RejectTarget.EXTENSION,
            SnatTarget.EXTENSION,
            TraceTarget.EXTENSION);

    /** Other names of the match icmp6: {@code xtables_find_match}. */
    private static final List<String> ICMP6 = List.of("icmpv6", "ipv6-icmp");

    private Extensions() {}

    /** The match behind {@code -m NAME} for that family. */
    public static Optional<Extension<Match>> match(String name, IpFamily family) {
        return named(MATCHES, family == IpFamily.IPV6 && ICMP6.contains(name) ? "icmp6" : name, family);
    }

    /** The target behind {@code -j NAME} for that family. */
    public static Optional<Extension<Target>> target(String name, IpFamily family) {
        return named(TARGETS, name, family);
    }

    /** The match whose options are known as soon as a rule of that family asks for the protocol. */
    public static Optional<Extension<Match>> implicitFor(int protocol, IpFamily family) {
        return MATCHES.stream()
                .filter(e -> protocol != 0 && e.implicitProtocol() == protocol)
                .filter(e -> e.families().contains(family))
                .findFirst();
    }

    /** The names of all matches of that family, sorted. */
    public static List<String> matchNames(IpFamily family) {
        return names(MATCHES, family);
    }

    /** The names of all targets of that family, sorted. */
    public static List<String> targetNames(IpFamily family) {
        return names(TARGETS, family);
    }

    private static <T> Optional<Extension<T>> named(List<Extension<T>> all, String name, IpFamily family) {
        return all.stream()
                .filter(e -> e.name().equals(name) && e.families().contains(family))
                .findFirst();
    }

    private static <T> List<String> names(List<Extension<T>> all, IpFamily family) {
        return all.stream()
                .filter(e -> e.families().contains(family))
                .map(Extension::name)
                .sorted()
                .toList();
    }
}
