package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatRange;
import nfstep.conntrack.NatRange.AddressRange;
import nfstep.conntrack.NatRange.PortRange;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.RejectWith;
import nfstep.rules.Skb;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final Written RAW = Written.in("raw/PREROUTING");
    private static final Written POSTROUTING = Written.in("nat/POSTROUTING");
    private static final Written PREROUTING = Written.in("nat/PREROUTING");

    @ParameterizedTest(name = "mark 0x16, {0}: {1}")
    @CsvSource({
        "--set-mark 5, 0x5",
        "--set-mark 5/0xf, 0x15",
        "--set-xmark 5/0xf, 0x15",
        "--set-xmark 5/0, 0x13",
        "--and-mark 0xf0, 0x10",
        "--or-mark 1, 0x17",
        "--xor-mark 3, 0x15",
    })
    void mark_changes_the_mark_of_the_packet_and_goes_on(String options, String mark) {
        MatchContext context = Met.skb(packet().withMark(0x16), null);
        TargetResult result = Written.FORWARD.target("-j MARK " + options).apply(context);
        assertThat(result).isEqualTo(TargetResult.goOn(new Effect.SetMark(Integer.decode(mark))));
    }

    @ParameterizedTest(name = "packet 0x16, connection 0xa0, {0}: {1} {2}")
    @CsvSource({
        "--set-mark 5, connection, 0x5",
        "--and-mark 0x80, connection, 0x80",
        "--or-mark 1 --left-shift-mark 4, connection, 0xa10",
        "--xor-mark 0x21 --right-shift-mark 4, connection, 0x8",
        "--save-mark, connection, 0x16",
        "--save-mark --nfmask 0x6 --ctmask 0xf, connection, 0xa6",
        "--save-mark --mask 0xf0 --left-shift-mark 1, connection, 0x20",
        "--restore-mark, packet, 0xa0",
        "--restore-mark --nfmask 0xf0 --ctmask 0x80, packet, 0x86",
        "--restore-mark --right-shift-mark 4, packet, 0xa",
    })
    void connmark_sets_saves_and_restores(String options, String which, String mark) {
        MatchContext context = Met.skb(packet().withMark(0x16), connection().withMark(0xa0));
        TargetResult result = Written.FORWARD.target("-j CONNMARK " + options).apply(context);
        int wanted = Integer.decode(mark);
        assertThat(result)
                .isEqualTo(TargetResult.goOn(
                        which.equals("packet") ? new Effect.SetMark(wanted) : new Effect.SetConnectionMark(wanted)));
    }

    @Test
    void connmark_leaves_a_packet_without_connection_alone() {
        Target target = Written.FORWARD.target("-j CONNMARK --restore-mark");
        assertThat(target.apply(Met.skb(packet(), null))).isEqualTo(TargetResult.CONTINUE);
    }

    @Test
    void reject_drops_and_answers() {
        TargetResult result = Written.FORWARD
                .target("-p tcp -j REJECT --reject-with tcp-reset")
                .apply(Met.skb(packet(), null));
        assertThat(result).isEqualTo(TargetResult.end(Verdict.DROP, new Effect.Reject(RejectWith.TCP_RESET)));
    }

    @ParameterizedTest(name = "{1} gives {0} {2}")
    @CsvSource({
        "IPv4, -j REJECT, ICMP_PORT_UNREACHABLE",
        "IPv4, -j REJECT --reject-with net-unreach, ICMP_NET_UNREACHABLE",
        "IPv4, -j REJECT --reject-with admin, ICMP_ADMIN_PROHIBITED",
        "IPv6, -j REJECT, ICMP6_PORT_UNREACHABLE",
        "IPv6, -j REJECT --reject-with icmp6-adm-prohibited, ICMP6_ADM_PROHIBITED",
        "IPv6, -p tcp -j REJECT --reject-with tcp-reset, TCP_RESET6",
    })
    void reject_has_answers_for_each_family(String family, String rule, RejectWith with) {
        Written place = family.equals("IPv4") ? Written.FORWARD : Written.FORWARD6;
        assertThat(place.target(rule)).isEqualTo(new RejectTarget(with));
    }

    @Test
    void log_cuts_its_prefix_and_goes_on() {
        String prefix = "x".repeat(40);
        TargetResult result = Written.FORWARD
                .target("-j LOG --log-level debug --log-uid --log-prefix " + prefix)
                .apply(Met.skb(packet(), null));
        var flags = new Effect.LogFlags(false, false, false, true, false);
        assertThat(result).isEqualTo(TargetResult.goOn(new Effect.Log(flags, "x".repeat(29), 7)));
    }

    @Test
    void snat_and_dnat_name_the_end_and_the_range() {
        AddressRange range = new AddressRange(IpAddress.of("10.2.0.1"), IpAddress.of("10.2.0.4"));
        NatRange snat = new NatRange(Optional.of(range), Optional.of(new PortRange(1024, 2000, 0)), true, true, true);
        String text = "-p tcp -j SNAT --to-source 10.2.0.1-10.2.0.4:1024-2000 --random --random-fully --persistent";
        assertThat(effects(POSTROUTING, text)).containsExactly(new Effect.Translate(Manip.SRC, snat));
        NatRange dnat =
                new NatRange(Optional.empty(), Optional.of(new PortRange(7000, 7010, 6000)), false, false, false);
        assertThat(effects(PREROUTING, "-p udp -j DNAT --to-destination :7000-7010/6000"))
                .containsExactly(new Effect.Translate(Manip.DST, dnat));
    }

    @Test
    void masquerade_and_redirect_leave_the_address_to_the_device() {
        NatRange any = new NatRange(Optional.empty(), Optional.empty(), false, false, false);
        assertThat(effects(POSTROUTING, "-j MASQUERADE")).containsExactly(new Effect.Masquerade(any));
        NatRange port = new NatRange(Optional.empty(), Optional.of(new PortRange(8080, 8080, 0)), false, false, false);
        assertThat(effects(PREROUTING, "-p tcp -j REDIRECT --to-ports 8080"))
                .containsExactly(new Effect.Redirect(port));
    }

    @Test
    void translation_ends_the_walk_through_the_table() {
        TargetResult result = POSTROUTING.target("-j MASQUERADE").apply(Met.skb(packet(), null));
        assertThat(result.verdict()).contains(Verdict.ACCEPT);
    }

    @ParameterizedTest(name = "mark 0x10007, {0}: zone {1}, original {2}, reply {3}")
    @CsvSource({
        "--zone 5, 5, true, true",
        "--zone-orig 5, 5, true, false",
        "--zone-reply 5, 5, false, true",
        "--zone mark, 7, true, true",
        "--zone-orig 5 --zone-reply 6, 6, true, true",
    })
    void ct_sets_the_zone(String options, int id, boolean original, boolean reply) {
        MatchContext context = Met.skb(packet().withMark(0x10007), null);
        assertThat(RAW.target("-j CT " + options).apply(context))
                .isEqualTo(TargetResult.goOn(new Effect.SetTemplate(
                        new CtTemplate(new Zone(id, original, reply), "", options.equals("--zone mark")))));
    }

    @Test
    void ct_leaves_a_packet_alone_that_has_its_connection_or_for_which_a_rule_spoke_before() {
        Target target = RAW.target("-j CT --zone 5");
        Skb tracked = packet().withCt(new CtRef(1, CtInfo.NEW));
        assertThat(target.apply(Met.skb(tracked, connection()))).isEqualTo(TargetResult.CONTINUE);
        assertThat(target.apply(Met.skb(packet().withCt(CtRef.UNTRACKED), null)))
                .isEqualTo(TargetResult.CONTINUE);
        Skb zoned = packet().withTemplate(new CtTemplate(new Zone(0, true, true), "", false));
        assertThat(target.apply(Met.skb(zoned, null))).isEqualTo(TargetResult.CONTINUE);
    }

    @ParameterizedTest(name = "-j {0}: modelled {1}, needs connection tracking {2}")
    @CsvSource({
        "CT --notrack, true, false",
        "NOTRACK, true, false",
        "CT --zone 5, true, true",
        "CT --ctevents new, true, true",
        "CT --notrack --zone 5, true, false",
        "TRACE, true, false",
    })
    void ct_needs_tracking_unless_it_takes_packets_out(String text, boolean modelled, boolean needs) {
        Target target = RAW.target("-j " + text);
        assertThat(target.isModelled()).isEqualTo(modelled);
        assertThat(target.needsConntrack()).isEqualTo(needs);
    }

    @Test
    void a_helper_is_for_its_protocol_and_two_of_them_are_modelled() {
        assertThat(RAW.target("-p tcp -j CT --helper ftp").isModelled()).isTrue();
        assertThat(RAW.target("-p udp -j CT --helper tftp").isModelled()).isTrue();
        assertThat(RAW.target("-p tcp -j CT --helper irc").isModelled()).isFalse();
        assertThat(RAW.target("-p tcp -j CT --notrack --helper irc").isModelled())
                .isTrue();
        assertThat(RAW.target("-p tcp -j CT --helper ftp").toSyntax()).isEqualTo("-j CT --helper ftp");
        assertThat(RAW.readTarget("-p udp -j CT --helper ftp").refusal())
                .contains("CT: the kernel has no helper \"ftp\" for udp; did you mean tftp?");
        assertThat(RAW.readTarget("-p udp -j CT --timeout long").refusal())
                .contains("CT: there is no timeout policy \"long\": nothing made one");
        assertThat(RAW.readTarget("-j CT --helper ftp").refusal())
                .contains("CT: a helper or a timeout policy is for one protocol: write -p before it");
    }

    @Test
    void notrack_is_listed_under_the_kernel_s_name() {
        assertThat(RAW.target("-j NOTRACK").listedName()).isEqualTo("CT");
        assertThat(RAW.target("-j NOTRACK").toSyntax()).isEqualTo("-j NOTRACK");
    }

    @Test
    void a_chain_that_only_rules_lead_to_takes_what_some_hook_of_its_table_takes() {
        assertThat(Written.in("nat/MINE").readTarget("-j MASQUERADE").refusal()).isEmpty();
        assertThat(Written.in("filter/MINE").readTarget("-j MASQUERADE").refusal())
                .contains("MASQUERADE: the kernel takes it in the table nat only, not in filter: write -t nat");
    }

    private static List<Effect> effects(Written place, String text) {
        return place.target(text).apply(Met.skb(packet(), null)).effects();
    }

    private static Skb packet() {
        return Skb.sent(1, Packets.tcp(CLIENT, 4000, SERVER, 80).build());
    }

    private static Connection connection() {
        Tuple there = new Tuple(CLIENT, SERVER, Protocols.TCP, 4000, 80);
        Tuple back = new Tuple(SERVER, CLIENT, Protocols.TCP, 80, 4000);
        return Connection.fresh(1, Zone.DEFAULT, there, back);
    }
}
