package nfstep.parse.packet;

import java.util.Map;
import java.util.Optional;

/** Names that nft prints instead of numbers: nftables 1.0.6, {@code src/datatype.c} and {@code src/proto.c}. */
final class NftNames {
    private static final Map<String, Integer> ECN = Map.of("not-ect", 0, "ect1", 1, "ect0", 2, "ce", 3);
    private static final Map<String, Integer> FLAGS = Map.of(
            "fin", 0x01, "syn", 0x02, "rst", 0x04, "psh", 0x08, "ack", 0x10, "urg", 0x20, "ecn", 0x40, "cwr", 0x80);
    private static final Map<String, String> PROTOCOLS = Map.of(
            "icmp",
            "ICMP",
            "tcp",
            "TCP",
            "udp",
            "UDP",
            "udplite",
            "UDPLITE",
            "ah",
            "AH",
            "esp",
            "ESP",
            "ipv6-icmp",
            "ICMPv6",
            "sctp",
            "132",
            "gre",
            "47",
            "igmp",
            "2");
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("echo-reply", 0),
            Map.entry("destination-unreachable", 3),
            Map.entry("source-quench", 4),
            Map.entry("redirect", 5),
            Map.entry("echo-request", 8),
            Map.entry("router-advertisement", 9),
            Map.entry("router-solicitation", 10),
            Map.entry("time-exceeded", 11),
            Map.entry("parameter-problem", 12),
            Map.entry("timestamp-request", 13),
            Map.entry("timestamp-reply", 14),
            Map.entry("info-request", 15),
            Map.entry("info-reply", 16),
            Map.entry("address-mask-request", 17),
            Map.entry("address-mask-reply", 18));
    private static final Map<String, Integer> CODES = Map.of(
            "net-unreachable", 0,
            "host-unreachable", 1,
            "prot-unreachable", 2,
            "port-unreachable", 3,
            "frag-needed", 4,
            "net-prohibited", 9,
            "host-prohibited", 10,
            "admin-prohibited", 13);
    private static final Map<String, Integer> TYPES_6 = Map.of(
            "destination-unreachable", 1,
            "packet-too-big", 2,
            "time-exceeded", 3,
            "parameter-problem", 4,
            "echo-request", 128,
            "echo-reply", 129,
            "nd-router-solicit", 133,
            "nd-router-advert", 134,
            "nd-neighbor-solicit", 135,
            "nd-neighbor-advert", 136);
    private static final Map<String, Integer> CODES_6 = Map.of(
            "no-route",
            0,
            "admin-prohibited",
            1,
            "addr-unreachable",
            3,
            "port-unreachable",
            4,
            "policy-fail",
            5,
            "reject-route",
            6);

    private NftNames() {}

    /** The number that a name of a field stands for; the value itself if it has none. */
    static String number(String field, String value) {
        Optional<Integer> number =
                switch (field) {
                    case "ip dscp", "ip6 dscp" -> dscp(value);
                    case "ip ecn", "ip6 ecn" -> Optional.ofNullable(ECN.get(value));
                    case "tcp flags" -> Optional.ofNullable(FLAGS.get(value));
                    case "icmp type" -> Optional.ofNullable(TYPES.get(value));
                    case "icmp code" -> Optional.ofNullable(CODES.get(value));
                    case "icmpv6 type" -> Optional.ofNullable(TYPES_6.get(value));
                    case "icmpv6 code" -> Optional.ofNullable(CODES_6.get(value));
                    default -> Optional.empty();
                };
        return number.map(n -> Integer.toString(n)).orElse(value);
    }

    /** The protocol in the words of the kernel log. */
    static String protocol(String name) {
        return PROTOCOLS.getOrDefault(name, name);
    }

    /** Class selectors, assured forwarding, expedited forwarding: RFC 2474, 2597, 3246; and two more names. */
    private static Optional<Integer> dscp(String name) {
        if (name.matches("cs[0-7]")) {
            return Optional.of((name.charAt(2) - '0') * 8);
        }
        if (name.matches("af[1-4][1-3]")) {
            return Optional.of((name.charAt(2) - '0') * 8 + (name.charAt(3) - '0') * 2);
        }
        return Optional.ofNullable(Map.of("ef", 46, "va", 44, "lephb", 1).get(name));
    }
}
