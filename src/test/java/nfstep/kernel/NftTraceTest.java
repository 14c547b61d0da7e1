package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nfstep.lab.LabRun;
import nfstep.source.SourceText;
import nfstep.trace.NftTrace;
import org.junit.jupiter.api.Test;

/** What nftables tells of a walk, as a kernel was seen to tell it. */
class NftTraceTest {
    private static final String NETWORK = """
            ip netns add far
            ip link add eth0 type veth peer name wan netns far
            ip link set eth0 up
            ip addr add 10.0.0.1/24 dev eth0
            ip -n far link set wan up
            ip -n far addr add 10.0.0.2/24 dev wan
            """;

    private static List<String> trace(String lab) {
        LabRun run = LabSuite.run(new SourceText("test.lab", NETWORK + lab));
        assertThat(run.stopped()).isEmpty();
        List<String> lines = new ArrayList<>();
        NftTrace.of(run.walk(), line -> lines.add(line.text()));
        return lines;
    }

    /** Place, kind and verdict of each line. */
    private static List<String> places(String lab) {
        return trace(lab).stream().map(line -> line.split(" ", -1)[1]).toList();
    }

    @Test
    void a_rule_is_told_of_with_its_verdict_and_the_end_of_a_chain_as_return() {
        assertThat(places("""
                        iptables -N SUB
                        iptables -A SUB -p tcp
                        iptables -A INPUT -j SUB
                        iptables -A INPUT -p udp
                        iptables -A INPUT -g SUB
                        ip netns exec far send udp 10.0.0.2:1 10.0.0.1:9
                        """))
                .startsWith(
                        "filter:INPUT:rule:1:JUMP:SUB",
                        "filter:SUB:return:2",
                        "filter:INPUT:rule:2:CONTINUE",
                        "filter:INPUT:rule:3:GOTO:SUB",
                        "filter:SUB:return:2",
                        "filter:INPUT:policy:4:ACCEPT");
    }

    @Test
    void a_mark_is_told_of_from_the_rule_on_that_set_it() {
        List<String> lines = trace("""
                iptables -A INPUT -p udp
                iptables -A INPUT -p udp -j MARK --set-mark 5
                ip netns exec far send udp 10.0.0.2:1 10.0.0.1:9
                """);
        assertThat(lines.get(0)).contains(":rule:1:").doesNotContain("MARK=");
        assertThat(lines.get(1)).contains(":rule:2:CONTINUE").endsWith("MARK=0x5 ");
    }

    @Test
    void the_answer_of_a_rule_goes_before_the_rule_is_told_of() {
        String reject = "iptables -A INPUT -p udp -j REJECT\nip netns exec far send udp 10.0.0.2:1 10.0.0.1:9\n";
        assertThat(places(reject)).containsExactly("filter:OUTPUT:policy:1:ACCEPT", "filter:INPUT:rule:1:DROP");
    }

    @Test
    void a_process_waits_until_the_answer_of_a_rule_came_back() {
        String reject = "iptables -A OUTPUT -p udp -j REJECT\nsend udp 10.0.0.1:1 10.0.0.2:9\n";
        assertThat(places(reject))
                .containsExactly(
                        "filter:OUTPUT:policy:2:ACCEPT", "filter:INPUT:policy:1:ACCEPT", "filter:OUTPUT:rule:1:DROP");
    }

    @Test
    void a_translation_for_which_there_is_no_way_was_accepted_by_its_rule() {
        String dnat = "iptables -t nat -A OUTPUT -p udp -j DNAT --to 60.0.0.1\nsend udp 10.0.0.1:1 10.0.0.2:9\n";
        assertThat(places(dnat)).containsExactly("nat:OUTPUT:rule:1:ACCEPT");
    }

    @Test
    void the_message_of_a_rule_becomes_a_line_with_the_number_that_the_rule_has() {
        NftChains chains = new NftChains();
        chains.add(NftChains.path(2, "filter", "INPUT"), true, List.of(7L, 9L));
        NftLines lines = new NftLines(chains, Map.of(3, "eth0"));
        NetlinkMessage rule = message(Map.of(
                1,
                text("filter"),
                2,
                text("INPUT"),
                3,
                number(0, 9),
                4,
                number(3),
                5,
                attribute(1, number(1)),
                6,
                number(11),
                15,
                number(2)));
        assertThat(lines.of(new NftRecord(rule))).contains("TRACE: filter:INPUT:rule:2:ACCEPT ");
    }

    @Test
    void a_message_that_is_cut_short_is_none() {
        byte[] whole = attribute(1, text("filter"));
        byte[] bytes = new byte[4 + whole.length - 2];
        System.arraycopy(whole, 0, bytes, 4, whole.length - 2);
        assertThat(NetlinkMessage.of(bytes)).isEmpty();
        assertThat(NetlinkMessage.of(new byte[0])).isPresent();
    }

    private static NetlinkMessage message(Map<Integer, byte[]> attributes) {
        return new NetlinkMessage(new java.util.TreeMap<>(attributes));
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] number(int... words) {
        var bytes = java.nio.ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    /** One attribute, with its header in the byte order of the host. */
    private static byte[] attribute(int number, byte[] value) {
        var bytes = java.nio.ByteBuffer.allocate(4 + (value.length + 3 & ~3)).order(java.nio.ByteOrder.nativeOrder());
        return bytes.putShort((short) (4 + value.length))
                .putShort((short) number)
                .put(value)
                .array();
    }
}
