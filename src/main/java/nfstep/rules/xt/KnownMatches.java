package nfstep.rules.xt;

import static nfstep.rules.xt.Known.known;

import java.util.List;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.TableName;

/** The matches of iptables-extensions(8), version 1.8.9, that are kept, not modelled. */
final class KnownMatches {
    /** The protocol of Mobile IPv6, RFC 6275. */
    static final int MOBILITY = 135;

    /** All of them. */
    static final List<Extension<Match>> ALL = List.of(
            known("ah", "!ahspi=r:4294967295 !ahlen=n:0:4294967295:0 ahres", "Looks at an authentication header.")
                    .only(IpFamily.IPV6)
                    .match()
                    .impliedBy(Protocols.AH),
            known("bpf", "(* bytecode= object-pinned= )", "Runs a filter program.")
                    .match(),
            known("cgroup", "(* !path=s !cgroup=n:0:4294967295 )", "Compares the control group of the sender.")
                    .match(),
            known("cluster", cluster(), "Shares connections out among the nodes of a cluster.")
                    .completed(Completions::cluster)
                    .tracked()
                    .match(),
            known("connlabel", "*!label=q set", "Compares or sets a connection's label.")
                    .tracked()
                    .match(),
            known("cpu", "*!cpu=n:0:4294967295", "Compares the processor that handles the packet.")
                    .match(),
            known("dst", "!dst-len=n:0:4294967295 dst-opts=", "Looks at destination options.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("eui64", "", "Compares the source with the sender's link-layer address.")
                    .only(IpFamily.IPV6)
                    .placed(Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD))
                    .match(),
            known(
                            "frag",
                            "!fragid=r:4294967295 !fraglen=n:0:4294967295 fragres fragfirst ( fragmore fraglast )",
                            "Looks at a fragment header.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("hbh", "!hbh-len=n:0:4294967295 hbh-opts=", "Looks at hop-by-hop options.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("ipv6header", "*!header= soft", "Looks for extension headers.")
                    .only(IpFamily.IPV6)
                    .match(),
            known(
                            "ipvs",
                            "{* !ipvs !vproto=i !vaddr=m !vport=p vdir=o:ORIGINAL|REPLY !vmethod=o:GATE|IPIP|MASQ !vportctl=p }",
                            "Compares the virtual server of a packet.")
                    .match(),
            known("mh", "!mh-type=r:255", "Looks at a mobility header.")
                    .only(IpFamily.IPV6)
                    .needing(MOBILITY)
                    .match()
                    .impliedBy(MOBILITY),
            known("nfacct", "*nfacct-name=", "Counts in a named counter.").match(),
            known("osf", "*!genre= ttl= log=", "Guesses the sender's operating system.")
                    .only(IpFamily.IPV4)
                    .needing(Protocols.TCP)
                    .match(),
            known("rateest", rateest(), "Compares estimated rates.").match(),
            known("rpfilter", "loose validmark accept-local invert", "Tests the way back to the source.")
                    .only(IpFamily.IPV6)
                    .placed(Place.in(TableName.RAW, TableName.MANGLE).and(Hook.PREROUTING))
                    .match(),
            known(
                            "rt",
                            "!rt-type=n:0:4294967295 !rt-segsleft=r:4294967295 !rt-len=n:0:4294967295 rt-0-res>rt-type rt-0-addrs>rt-type= rt-0-not-strict>rt-0-addrs",
                            "Looks at a routing header.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("set", set(), "Looks in an IP set.").match(),
            known("socket", "transparent nowildcard restore-skmark", "Looks for a socket that takes the packet.")
                    .only(IpFamily.IPV6)
                    .placed(Place.at(Hook.PREROUTING, Hook.INPUT))
                    .match(),
            known("srh", srh(), "Looks at a segment routing header.")
                    .only(IpFamily.IPV6)
                    .match());

    private KnownMatches() {}

    private static String cluster() {
        return "(* !cluster-local-node= !cluster-local-nodemask=x:4294967295:8 ) *cluster-total-nodes=n:1:32 *cluster-hash-seed=x:4294967295:8";
    }

    private static String rateest() {
        return "rateest1/rateest= rateest2= rateest-bps1 rateest-pps1 rateest-bps2/rateest-bps rateest-pps2/rateest-pps "
                + "rateest-delta ( !rateest-lt !rateest-gt !rateest-eq )";
    }

    private static String set() {
        return "*!match-set/set== return-nomatch !update-counters !update-subcounters !packets-eq= packets-lt= "
                + "packets-gt= !bytes-eq= bytes-lt= bytes-gt=";
    }

    private static String srh() {
        return "!srh-next-hdr=n:0:255 !srh-hdr-len-eq=n:0:255 !srh-hdr-len-gt=n:0:255 !srh-hdr-len-lt=n:0:255 "
                + "!srh-segs-left-eq=n:0:255 !srh-segs-left-gt=n:0:255 !srh-segs-left-lt=n:0:255 !srh-last-entry-eq=n:0:255 "
                + "!srh-last-entry-gt=n:0:255 !srh-last-entry-lt=n:0:255 !srh-tag=n:0:65535 !srh-psid= !srh-nsid= !srh-lsid=";
    }
}
