package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nfstep.host.SysctlName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConntrackSettingsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"net.netfilter.nf_conntrack_udp_timeout", "nf_conntrack_udp_timeout", "udp_timeout"})
    void a_setting_is_known_by_its_last_part(String name) {
        ConntrackSettings settings = ConntrackSettings.defaults().with(name, 7);
        assertThat(settings.value(ConntrackKnob.UDP_TIMEOUT)).isEqualTo(7);
        assertThat(settings.with("udp_timeout", 30)).isEqualTo(ConntrackSettings.defaults());
    }

    @Test
    void an_unknown_or_negative_one_is_refused() {
        assertThatThrownBy(() -> ConntrackSettings.defaults().with("nf_conntrack_nonsense", 7))
                .hasMessage("no conntrack setting: nf_conntrack_nonsense");
        assertThatThrownBy(() -> ConntrackSettings.defaults().with("max", -1))
                .hasMessage("nf_conntrack_max is negative: -1");
    }

    @ParameterizedTest
    @EnumSource
    void each_is_a_setting_of_a_host_with_the_same_default(ConntrackKnob knob) {
        assertThat(SysctlName.find("net.netfilter." + knob.fileName()).map(SysctlName::initial))
                .contains(knob.kernelDefault());
    }
}
