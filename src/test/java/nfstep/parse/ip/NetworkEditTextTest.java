package nfstep.parse.ip;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nfstep.host.NetworkEdit;
import nfstep.host.edit.LinkSetting;
import nfstep.host.edit.SetLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEditTextTest {
    static List<NetworkEdit> samples() {
        return EditSamples.ALL;
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("samples")
    void a_change_is_read_back_as_it_was_printed(NetworkEdit edit) {
        String text = NetworkEditText.print(edit);
        assertThat(NetworkEditText.read(text).value()).as(text).contains(edit);
    }

    @Test
    void every_kind_of_change_has_a_sample() {
        Set<String> sampled =
                samples().stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.toSet());
        assertThat(recordsOf(NetworkEdit.class)).isSubsetOf(sampled);
        Set<String> settings = samples().stream()
                .filter(SetLink.class::isInstance)
                .flatMap(e -> ((SetLink) e).settings().stream())
                .map(s -> s.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(recordsOf(LinkSetting.class)).isSubsetOf(settings);
    }

    private static Set<String> recordsOf(Class<?> family) {
        return new ClassFileImporter()
                .importPackages("nfstep.host").stream()
                        .filter(c -> c.isRecord() && c.isAssignableTo(family))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "ip netns add a",
                "ip -n a link add name eth0 type veth peer name e1 netns 1",
                "ip link add name br0 address 02:00:00:00:00:09 mtu 1400 type bridge",
                "ip link set dev eth0 netns a mtu 1300 name eth1 master br0 up",
                "ip addr add 10.0.0.1/24 brd 10.0.0.255 dev eth0",
                "ip addr add 2001:db8::1/64 dev eth0",
                "ip route add default via 10.0.0.2 table main scope global",
                "ip -6 route add default via 2001:db8::2 table main scope global",
                "ip route del to 10.0.0.0/8 table main tos 0x0",
                "ip rule add not from 10.0.0.0/8 fwmark 0x7/0xff table 100 priority 50",
                "ip -6 rule flush",
                "ip neigh replace 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth0",
                "ip netns exec a sysctl -w net.ipv4.ip_forward=1",
                "listen host 6 0.0.0.0 80 nginx"
            })
    void canonical_text_is_printed_as_it_was_read(String text) {
        assertThat(NetworkEditText.print(NetworkEditText.read(text).orElseThrow()))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "ip",
                "ip link",
                "ip netns exec",
                "ip netns exec a",
                "ip netns exec a rm",
                "ip netns exec a ip netns exec b ip",
                "rm -rf",
                "sysctl",
                "sysctl -w",
                "sysctl -w a=b c=d",
                "listen",
                "listen host 6 nowhere 80 x",
                "ip route flush cache",
                "ip link add x up type bridge",
                "ip link add x type veth peer",
                "ip rule add fwmark /",
                "ip route add 1.2.3.4 via ::1",
                "ip addr add / dev x"
            })
    void what_is_no_single_change_is_a_problem_and_no_exception(String text) {
        assertThat(NetworkEditText.read(text).ok()).isFalse();
    }
}
