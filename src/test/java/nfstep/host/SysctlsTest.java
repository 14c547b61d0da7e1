package nfstep.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nfstep.packet.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SysctlsTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "net.ipv4.ip_forward, 0",
        "net/ipv4/ip_forward, 0",
        "net.ipv4.conf.all.send_redirects, 1",
        "net.ipv4.conf.all.accept_source_route, 0",
        "net.ipv4.conf.eth0.accept_source_route, 1",
        "net/ipv4/conf/eth0.5/rp_filter, 0",
        "net.bridge.bridge-nf-call-iptables, 1",
        "net.netfilter.nf_conntrack_tcp_timeout_established, 432000",
        "net.ipv6.conf.eth0.hop_limit, 64",
        "net.ipv4.icmp_ratemask, 6168"
    })
    void a_new_namespace_has_the_values_of_the_kernel(String name, long value) {
        assertThat(Sysctls.defaults().get(name)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: all {1}, device {2}, counts {3}")
    @CsvSource({
        "rp_filter, 1, 0, 1",
        "rp_filter, 1, 2, 2",
        "accept_local, 1, 0, 1",
        "accept_local, 0, 1, 1",
        "accept_source_route, 1, 0, 0",
        "accept_source_route, 0, 1, 0",
        "accept_source_route, 1, 1, 1",
        "forwarding, 1, 0, 0",
        "forwarding, 0, 1, 1"
    })
    void all_bears_on_a_device_as_the_kernel_combines_them(String knob, long all, long device, int counts) {
        Sysctls sysctls = Sysctls.defaults()
                .with(name("net.ipv4.conf.all." + knob), all)
                .with(name("net.ipv4.conf.eth0." + knob), device);
        assertThat(sysctls.conf(IpFamily.IPV4, "eth0", knob)).isEqualTo(counts);
    }

    @Test
    void ip_forward_is_forwarding_of_all_by_another_name() {
        Sysctls sysctls = Sysctls.defaults().with(name("net.ipv4.ip_forward"), 1);
        assertThat(sysctls.get("net.ipv4.conf.all.forwarding")).isEqualTo(1);
    }

    @Test
    void a_device_follows_default_until_it_has_an_address() {
        SysctlName initial = name("net.ipv4.conf.default.rp_filter");
        Sysctls sysctls = Sysctls.defaults().withDevice("a").withDevice("b").withSettled("a");
        sysctls = sysctls.with(initial, 1);
        assertThat(sysctls.get("net.ipv4.conf.a.rp_filter")).isZero();
        assertThat(sysctls.get("net.ipv4.conf.b.rp_filter")).isEqualTo(1);
        sysctls = sysctls.withDevice("c").with(initial, 2);
        assertThat(sysctls.get("net.ipv4.conf.c.rp_filter"))
                .as("the value that was written before the device came")
                .isEqualTo(1);
    }

    @Test
    void settings_go_with_their_device() {
        Sysctls sysctls = Sysctls.defaults().with(name("net.ipv4.conf.a.rp_filter"), 2);
        assertThat(sysctls.withRenamed("a", "b").get("net.ipv4.conf.b.rp_filter"))
                .isEqualTo(2);
        assertThat(sysctls.withRenamed("a", "b").get("net.ipv4.conf.a.rp_filter"))
                .isZero();
        assertThat(sysctls.withoutDevice("a")).isEqualTo(Sysctls.defaults());
    }

    @Test
    void a_name_that_is_not_modelled_is_not_found_but_a_similar_one_is_known() {
        assertThat(SysctlName.find("net.ipv4.ip_forwarding")).isEmpty();
        assertThat(SysctlName.similarTo("net.ipv4.ip_forwarding", List.of())).contains("net.ipv4.ip_forward");
        assertThat(SysctlName.similarTo("net.ipv4.conf.eth0.rpfilter", List.of("eth0")))
                .contains("net.ipv4.conf.eth0.rp_filter");
        assertThatIllegalArgumentException().isThrownBy(() -> Sysctls.defaults().get("net.ipv4.ip_forwarding"));
    }

    private static SysctlName name(String text) {
        return SysctlName.find(text).orElseThrow();
    }
}
