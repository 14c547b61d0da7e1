package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry: each extension is found under what it says of itself. */
class ExtensionsTest {
    @ParameterizedTest
    @EnumSource
    void an_extension_is_listed_under_its_own_name(IpFamily family) {
        assertThat(Extensions.matchNames(family))
                .contains("conntrack", "tcp", "statistic")
                .allSatisfy(name -> assertThat(
                                Extensions.match(name, family).orElseThrow().name())
                        .isEqualTo(name));
        assertThat(Extensions.targetNames(family))
                .contains("DNAT", "LOG", "AUDIT")
                .allSatisfy(name -> assertThat(
                                Extensions.target(name, family).orElseThrow().name())
                        .isEqualTo(name));
    }

    @ParameterizedTest
    @EnumSource
    void those_that_are_only_kept_are_found_by_their_names(IpFamily family) {
        assertThat(KnownMatches.ALL)
                .filteredOn(kept -> kept.families().contains(family))
                .allSatisfy(kept -> assertThat(Extensions.matchNames(family)).contains(kept.name()));
        assertThat(KnownTargets.ALL)
                .filteredOn(kept -> kept.families().contains(family))
                .allSatisfy(kept -> assertThat(Extensions.targetNames(family)).contains(kept.name()));
    }

    @ParameterizedTest
    @EnumSource
    void a_protocol_leads_to_each_match_that_it_implies(IpFamily family) {
        assertThat(Extensions.matchNames(family).stream()
                        .map(name -> Extensions.match(name, family).orElseThrow())
                        .filter(match -> match.implicitProtocol() != 0))
                .hasSizeGreaterThan(5)
                .allSatisfy(match -> assertThat(Extensions.implicitFor(match.implicitProtocol(), family))
                        .contains(match));
    }
}
