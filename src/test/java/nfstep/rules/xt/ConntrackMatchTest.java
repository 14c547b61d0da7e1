package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConntrackMatchTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress ROUTER = IpAddress.of("10.2.0.1");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest(name = "a packet that is {0}: {1} holds: {2}")
    @CsvSource({
        "NEW, --ctstate NEW, true",
        "NEW, ! --ctstate NEW, false",
        "NEW, '--ctstate RELATED,ESTABLISHED', false",
        "ESTABLISHED, '--ctstate RELATED,ESTABLISHED', true",
        "ESTABLISHED_REPLY, --ctstate ESTABLISHED, true",
        "RELATED_REPLY, --ctstate RELATED, true",
        "NEW, --ctstate INVALID, false",
        "NEW, --ctdir ORIGINAL, true",
        "RELATED_REPLY, --ctdir REPLY, true",
        "ESTABLISHED_REPLY, --ctdir ORIGINAL, false",
        "NEW, --ctproto udp, true",
        "NEW, --ctproto tcp, false",
        "NEW, ! --ctproto 6, true",
        "NEW, --ctorigsrc 10.1.0.2, true",
        "NEW, --ctorigsrc 10.1.0.9/24, true",
        "NEW, ! --ctorigsrc 10.1.0.0/24, false",
        "NEW, --ctorigdst 10.2.0.2, true",
        "NEW, --ctreplsrc 10.2.0.2, true",
        "NEW, --ctrepldst 10.2.0.1, true",
        "NEW, --ctrepldst 10.1.0.2, false",
        "NEW, --ctorigsrcport 5000, true",
        "NEW, --ctorigdstport 1:53, true",
        "NEW, --ctreplsrcport 53, true",
        "NEW, --ctrepldstport 6000, true",
        "NEW, ! --ctrepldstport 6000, false",
        "NEW, '--ctorigsrcport 5000 --ctorigdstport 54', false",
    })
    void the_connection_of_a_packet_is_compared(CtInfo info, String options, boolean holds) {
        assertThat(match(options).matches(met(info, connection()))).isEqualTo(holds);
    }

    @ParameterizedTest(name = "without connection and {0}: {1} holds: {2}")
    @CsvSource({
        "UNTRACKED, '--ctstate UNTRACKED --ctorigsrc 1.1.1.1', true",
        "UNTRACKED, ! --ctorigsrc 1.1.1.1, false",
        "UNTRACKED, ! --ctstate NEW, true",
        "UNTRACKED, --ctstate INVALID, false",
        "NONE, --ctstate INVALID, true",
        "NONE, ! --ctstate NEW, true",
        "NONE, --ctstate UNTRACKED, false",
        "NONE, --ctdir ORIGINAL, false",
        "NONE, --ctstatus NONE, false",
        "NONE, --ctexpire 0, false",
    })
    void without_a_connection_only_the_state_counts(CtInfo info, String options, boolean holds) {
        MatchContext context = Met.skb(skb(info), null);
        assertThat(match(options).matches(context)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0}: {1} holds: {2}")
    @CsvSource({
        "0, --ctstatus NONE, false",
        "0, ! --ctstatus NONE, true",
        "0, --ctstatus ASSURED, false",
        "4, --ctstatus ASSURED, true",
        "2, '--ctstatus ASSURED,SEEN_REPLY', true",
        "8, --ctstatus CONFIRMED, true",
        "16, --ctstate SNAT, true",
        "32, --ctstate DNAT, true",
        "16, --ctstate DNAT, false",
        "0, ! --ctstate SNAT, true",
    })
    void status_bits_are_compared_and_translation_is_a_state(int status, String options, boolean holds) {
        MatchContext context = met(CtInfo.ESTABLISHED, connection().withStatus(status));
        assertThat(match(options).matches(context)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "confirmed {0}, {1} ms left: {2} holds: {3}")
    @CsvSource({
        "true, 29999, --ctexpire 29, true",
        "true, 29999, --ctexpire 30, false",
        "true, 30000, --ctexpire 30:, true",
        "true, 30000, ! --ctexpire 20:40, false",
        "false, 30000, --ctexpire 0, true",
        "false, 30000, --ctexpire 1:, false",
    })
    void a_connection_that_is_not_confirmed_has_no_seconds_left(
            boolean confirmed, long milliseconds, String options, boolean holds) {
        Connection fresh = connection().withExpiry(milliseconds * SECOND / 1000);
        Connection connection = confirmed ? fresh.with(CtStatus.CONFIRMED) : fresh;
        assertThat(match(options).matches(met(CtInfo.ESTABLISHED, connection))).isEqualTo(holds);
    }

    @Test
    void for_icmp_the_id_stands_for_the_source_port_and_type_and_code_for_the_other() {
        Tuple there = new Tuple(CLIENT, SERVER, Protocols.ICMP, 77, 8 << 8);
        Tuple back = new Tuple(SERVER, CLIENT, Protocols.ICMP, 77, 0);
        MatchContext context = met(CtInfo.NEW, Connection.fresh(1, Zone.DEFAULT, there, back));
        assertThat(match("--ctorigsrcport 77 --ctorigdstport 2048 --ctrepldstport 0")
                        .matches(context))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NEW | --ctstate ESTABLISHED --ctproto tcp | state NEW",
                "NEW | --ctstate NEW | state NEW",
                "NEW | --ctstate NEW --ctproto tcp | connection protocol udp",
                "NEW | --ctorigsrc 1.1.1.1 | original source 10.1.0.2",
                "NEW | --ctrepldstport 1 | reply destination port 6000",
                "NEW | --ctstatus ASSURED | status NONE",
                "NEW | --ctdir REPLY | direction ORIGINAL",
            })
    void the_evidence_names_what_the_packet_has_instead(CtInfo info, String options, String seen) {
        assertThat(match(options).explain(met(info, connection())).seen()).isEqualTo(seen);
    }

    @Test
    void the_evidence_says_why_a_packet_without_connection_matches() {
        Match match = match("--ctstate INVALID --ctorigsrc 1.1.1.1");
        assertThat(match.explain(Met.skb(skb(CtInfo.NONE), null)).seen())
                .isEqualTo("state INVALID (no connection), so that only --ctstate counts");
    }

    @ParameterizedTest(name = "{0} holds without connection: {1}, with mark 5: {2}")
    @CsvSource({
        "--mark 5, false, true",
        "! --mark 5, false, false",
        "! --mark 6, false, true",
        "--mark 4/4, false, true"
    })
    void the_mark_of_a_connection_is_compared_only_where_there_is_one(String options, boolean without, boolean with) {
        Match match = Written.FORWARD.match("-m connmark " + options);
        assertThat(match.matches(Met.skb(skb(CtInfo.UNTRACKED), null))).isEqualTo(without);
        assertThat(match.matches(met(CtInfo.NEW, connection().withMark(5)))).isEqualTo(with);
    }

    private static Match match(String options) {
        return Written.FORWARD.match("-m conntrack " + options);
    }

    /** A UDP flow from client to server behind SNAT to the router, port 5000 to 6000. */
    private static Connection connection() {
        Tuple there = new Tuple(CLIENT, SERVER, Protocols.UDP, 5000, 53);
        Tuple back = new Tuple(SERVER, ROUTER, Protocols.UDP, 53, 6000);
        return Connection.fresh(1, Zone.DEFAULT, there, back);
    }

    private static MatchContext met(CtInfo info, Connection connection) {
        return Met.skb(skb(info), connection);
    }

    private static Skb skb(CtInfo info) {
        CtRef ref = info.hasConnection() ? new CtRef(1, info) : info == CtInfo.UNTRACKED ? CtRef.UNTRACKED : CtRef.NONE;
        return Skb.sent(1, Packets.udp(CLIENT, 5000, SERVER, 53).build()).withCt(ref);
    }
}
