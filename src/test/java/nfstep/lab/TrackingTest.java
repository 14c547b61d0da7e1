package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nfstep.engine.LocalOutput;
import nfstep.engine.Run;
import nfstep.engine.endpoint.Endpoints;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.host.Namespace;
import nfstep.host.SysctlName;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.state.World;
import org.junit.jupiter.api.Test;

/** What conformance labs cannot show, since a kernel lets nobody change it, or prints it only to a terminal. */
class TrackingTest {
    private static final String ROUTER = """
            ip netns add client
            ip link add rc type veth peer name c0 netns client
            ip addr add 10.1.0.1/24 dev rc
            ip link set rc up
            ip -n client addr add 10.1.0.2/24 dev c0
            ip -n client link set c0 up
            iptables -A INPUT -m conntrack --ctstate NEW
            """;

    @Test
    void where_the_table_is_full_a_packet_of_a_new_connection_is_dropped_and_others_pass() {
        World world = withMost(2, Played.of(ROUTER).run().walk().end().world());
        List<Event> events = new ArrayList<>();
        Run run = new Run(world, 1, new Endpoints(), events::add);
        for (int protocol : List.of(99, 98, 97, 98)) {
            Packet packet = Packets.raw(IpAddress.of("10.1.0.2"), IpAddress.of("10.1.0.1"), protocol)
                    .payload(new byte[8])
                    .build();
            LocalOutput.send(run, "client", packet, LocalOutput.Sending.program("send", 0));
            run.drain();
        }
        List<PathEvent.Dropped> drops = events.stream()
                .filter(PathEvent.Dropped.class::isInstance)
                .map(PathEvent.Dropped.class::cast)
                .toList();
        assertThat(drops).singleElement().satisfies(drop -> {
            assertThat(drop.place()).isEqualTo("conntrack");
            assertThat(drop.reason())
                    .startsWith("the table is full, 2 connections, and none that may go stands near")
                    .endsWith("net.netfilter.nf_conntrack_max = 2");
        });
        assertThat(run.world().netfilter("host").connections().size()).isEqualTo(2);
    }

    private static World withMost(long connections, World world) {
        Namespace host = world.network().namespace("host");
        SysctlName most = SysctlName.find("net.netfilter.nf_conntrack_max").orElseThrow();
        return world.with(world.network().with(host.withSysctls(host.sysctls().with(most, connections))));
    }

    @Test
    void what_is_expected_is_listed_counted_flushed_and_expires() {
        String request = "ip netns exec client send udp 10.1.0.2:3000 10.1.0.1:69 data '\\0\\x01boot\\0octet\\0'\n";
        Played lab = Played.of(ROUTER
                + "iptables -t raw -A PREROUTING -p udp --dport 69 -j CT --helper tftp\n"
                + request
                + "conntrack -L expect\nconntrack -C expect\nconntrack -F expect\nconntrack -C expect\n"
                + "sysctl -w net.netfilter.nf_conntrack_udp_timeout=1000\n"
                + request
                + "conntrack -L\nsleep 301\nconntrack -L expect\n");
        assertThat(lab.printed())
                .contains("300 proto=17 src=10.1.0.1 dst=10.1.0.2 sport=0 dport=3000 mask-src=255.255.255.255 "
                        + "mask-dst=255.255.255.255 sport=0 dport=65535 master-src=10.1.0.2 master-dst=10.1.0.1 "
                        + "sport=3000 dport=69 class=0 helper=tftp\n"
                        + "conntrack v1.4.7 (conntrack-tools): 1 expectations have been shown.\n"
                        + "1\n"
                        + "conntrack v1.4.7 (conntrack-tools): expectation table has been emptied.\n"
                        + "0\n")
                .contains("dport=3000 mark=0 helper=tftp use=1\n")
                .endsWith("conntrack v1.4.7 (conntrack-tools): 0 expectations have been shown.\n");
        assertThat(lab.sentences())
                .contains("helper tftp of connection 1 reads a request to read a file, and expects udp 10.1.0.1 > "
                        + "10.1.0.2:3000")
                .contains("does not expect any more udp 10.1.0.1 > 10.1.0.2:3000: its time is over");
    }

    @Test
    void a_helper_that_is_not_modelled_makes_the_walk_uncertain() {
        Played lab = Played.of(ROUTER
                + "iptables -t raw -A PREROUTING -p tcp --dport 6667 -j CT --helper irc\n"
                + "ip netns exec client send tcp 10.1.0.2:3000 10.1.0.1:6667\n");
        assertThat(lab.sentences()).contains("UNCERTAIN: rule 1 of raw/PREROUTING depends on -j CT");
    }
}
