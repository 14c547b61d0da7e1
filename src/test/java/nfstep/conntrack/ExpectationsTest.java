package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");

    @Test
    void any_source_port_fulfils_an_expectation_and_nothing_else_may_differ() {
        Expectations some = Expectations.none().with(expectation(1, 7, 51210));
        assertThat(some.find(Zone.DEFAULT, tuple(20, 51210), 5)).isPresent();
        assertThat(some.find(Zone.DEFAULT, tuple(999, 51210), 5)).isPresent();
        assertThat(some.find(Zone.DEFAULT, tuple(20, 51211), 5)).isEmpty();
        assertThat(some.find(new Zone(3, true, true), tuple(20, 51210), 5)).isEmpty();
    }

    @Test
    void one_whose_time_is_over_is_not_found() {
        Expectations some = Expectations.none().with(expectation(1, 7, 51210));
        assertThat(some.find(Zone.DEFAULT, tuple(20, 51210), 100)).isEmpty();
        assertThat(some.expired(99)).isEmpty();
        assertThat(some.expired(100)).hasSize(1);
    }

    @Test
    void a_connection_expects_one_other_at_a_time() {
        Expectations some = Expectations.none().with(expectation(1, 7, 51210));
        assertThat(some.replacedBy(expectation(2, 7, 51211))).contains(expectation(1, 7, 51210));
        assertThat(some.replacedBy(expectation(2, 8, 51211))).isEmpty();
    }

    @Test
    void two_connections_cannot_expect_the_same() {
        Expectations some = Expectations.none().with(expectation(1, 7, 51210));
        assertThat(some.isBusy(expectation(2, 8, 51210), 5)).isTrue();
        assertThat(some.isBusy(expectation(2, 8, 51211), 5)).isFalse();
        assertThat(some.isBusy(expectation(2, 7, 51210), 5)).isFalse();
        assertThat(some.isBusy(expectation(2, 8, 51210), 100)).isFalse();
    }

    @Test
    void what_a_connection_expects_goes_with_it_and_numbers_are_not_given_twice() {
        Expectations some = Expectations.none().with(expectation(1, 7, 51210)).with(expectation(2, 8, 51211));
        Expectations rest = some.withoutMaster(8);
        assertThat(rest.all()).containsExactly(expectation(1, 7, 51210));
        assertThat(rest.next()).isEqualTo(3);
    }

    @Test
    void it_is_listed_as_conntrack_does() {
        Connection master = Connection.fresh(
                7,
                Zone.DEFAULT,
                new Tuple(CLIENT, SERVER, Protocols.TCP, 4000, 21),
                new Tuple(SERVER, CLIENT, Protocols.TCP, 21, 4000));
        Expectation e = new Expectation(1, 7, Zone.DEFAULT, tuple(0, 51210), "ftp", 300_000_000_000L, Optional.empty());
        assertThat(ExpectationLine.print(e, master, 1))
                .isEqualTo("299 proto=6 src=10.2.0.2 dst=10.1.0.2 sport=0 dport=51210 mask-src=255.255.255.255 "
                        + "mask-dst=255.255.255.255 sport=0 dport=65535 master-src=10.1.0.2 master-dst=10.2.0.2 "
                        + "sport=4000 dport=21 class=0 helper=ftp");
    }

    private static Tuple tuple(int sport, int dport) {
        return new Tuple(SERVER, CLIENT, Protocols.TCP, sport, dport);
    }

    private static Expectation expectation(long id, long master, int port) {
        return new Expectation(id, master, Zone.DEFAULT, tuple(0, port), "ftp", 100, Optional.empty());
    }
}
