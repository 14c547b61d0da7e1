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
    private static final int MOBILITY = 135;
    private static final int IPCOMP = 108;

    /** All of them. */
    static final List<Extension<Match>> ALL = List.of(
            known("ah", "!ahspi=", "Looks at an authentication header.")
                    .only(IpFamily.IPV4)
                    .needing(Protocols.AH)
                    .match()
                    .impliedBy(Protocols.AH),
            known("ah", "!ahspi= !ahlen= ahres", "Looks at an authentication header.")
                    .only(IpFamily.IPV6)
                    .match()
                    .impliedBy(Protocols.AH),
            known("bpf", "(* bytecode= object-pinned= )", "Runs a filter program.")
                    .match(),
            known("cgroup", "(* !path= !cgroup= )", "Compares the control group of the sender.")
                    .match(),
            known("cluster", cluster(), "Shares connections out among the nodes of a cluster.")
                    .tracked()
                    .match(),
            known("connbytes", "*!connbytes= *connbytes-dir= *connbytes-mode=", "Compares what a connection carried.")
                    .tracked()
                    .match(),
            known("connlabel", "*!label= set", "Compares or sets a connection's label.")
                    .tracked()
                    .match(),
            known("connlimit", connlimit(), "Counts the connections of a client.")
                    .tracked()
                    .match(),
            known("cpu", "*!cpu=", "Compares the processor that handles the packet.")
                    .match(),
            known(
                            "dccp",
                            "!sport/source-port= !dport/destination-port= !dccp-types= !dccp-option=",
                            "Looks at a DCCP header.")
                    .needing(Protocols.DCCP)
                    .match()
                    .impliedBy(Protocols.DCCP),
            known("devgroup", "{* !src-group= !dst-group= }", "Compares the groups of devices.")
                    .match(),
            known("dst", "!dst-len= dst-opts=", "Looks at destination options.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("ecn", "{* !ecn-tcp-cwr !ecn-tcp-ece !ecn-ip-ect= }", "Looks at congestion bits.")
                    .match(),
            known("esp", "!espspi=", "Looks at an ESP header.")
                    .needing(Protocols.ESP)
                    .match()
                    .impliedBy(Protocols.ESP),
            known("eui64", "", "Compares the source with the sender's link-layer address.")
                    .only(IpFamily.IPV6)
                    .placed(Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD))
                    .match(),
            known("frag", "!fragid= !fraglen= fragres fragfirst ( fragmore fraglast )", "Looks at a fragment header.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("hashlimit", hashlimit(), "Limits the rate of each flow.").match(),
            known("hbh", "!hbh-len= hbh-opts=", "Looks at hop-by-hop options.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("helper", "*!helper=", "Compares the helper of a connection's master.")
                    .tracked()
                    .match(),
            known("ipcomp", "!ipcompspi= compres", "Looks at an IPComp header.")
                    .needing(IPCOMP)
                    .match()
                    .impliedBy(IPCOMP),
            known("ipv6header", "*!header= soft", "Looks for extension headers.")
                    .only(IpFamily.IPV6)
                    .match(),
            known(
                            "ipvs",
                            "{* !ipvs !vproto= !vaddr= !vport= vdir= !vmethod= !vportctl= }",
                            "Compares the virtual server of a packet.")
                    .match(),
            known("mh", "!mh-type=", "Looks at a mobility header.")
                    .only(IpFamily.IPV6)
                    .needing(MOBILITY)
                    .match()
                    .impliedBy(MOBILITY),
            known("nfacct", "*nfacct-name=", "Counts in a named counter.").match(),
            known("osf", "*!genre= ttl= log=", "Guesses the sender's operating system.")
                    .only(IpFamily.IPV4)
                    .needing(Protocols.TCP)
                    .match(),
            known("owner", "{* !uid-owner= !gid-owner= !socket-exists } suppl-groups", "Compares the sender's owner.")
                    .placed(Place.at(Hook.OUTPUT, Hook.POSTROUTING))
                    .match(),
            known("physdev", physdev(), "Compares bridge ports.")
                    .placedBy(KnownMatches::physdevPlace)
                    .match(),
            known("policy", policy(), "Looks at the IPsec policy.")
                    .placedBy(KnownMatches::policyPlace)
                    .match(),
            known("quota", "*!quota=", "Matches until a number of bytes is used up.")
                    .match(),
            known("rateest", rateest(), "Compares estimated rates.").match(),
            known("realm", "*!realm=", "Compares the realm of the route.")
                    .only(IpFamily.IPV4)
                    .placed(Place.at(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING))
                    .match(),
            known("recent", recent(), "Compares with a list of addresses seen.").match(),
            known("rpfilter", "loose validmark accept-local invert", "Tests the way back to the source.")
                    .placed(Place.in(TableName.RAW, TableName.MANGLE).and(Hook.PREROUTING))
                    .match(),
            known(
                            "rt",
                            "!rt-type= !rt-segsleft= !rt-len= rt-0-res rt-0-addrs= rt-0-not-strict",
                            "Looks at a routing header.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("set", set(), "Looks in an IP set.").match(),
            known("socket", "transparent nowildcard restore-skmark", "Looks for a socket that takes the packet.")
                    .placed(Place.at(Hook.PREROUTING, Hook.INPUT))
                    .match(),
            known("srh", srh(), "Looks at a segment routing header.")
                    .only(IpFamily.IPV6)
                    .match(),
            known("string", "from= to= *algo= (* !string= !hex-string= ) icase", "Looks for text in the packet.")
                    .match(),
            known("tcpmss", "*!mss=", "Compares the maximum segment size.")
                    .needing(Protocols.TCP)
                    .match(),
            known("time", time(), "Compares date and time.").match(),
            known("u32", "*!u32=", "Compares bits of the packet.").match());

    private KnownMatches() {}

    private static String cluster() {
        return "*cluster-total-nodes= (* !cluster-local-node= !cluster-local-nodemask= ) *cluster-hash-seed=";
    }

    private static String connlimit() {
        return "(* !connlimit-upto= !connlimit-above= ) connlimit-mask= ( connlimit-saddr connlimit-daddr )";
    }

    private static String hashlimit() {
        return "(* !hashlimit-upto/hashlimit= !hashlimit-above= ) hashlimit-srcmask= hashlimit-dstmask= "
                + "hashlimit-burst= hashlimit-htable-size= hashlimit-htable-max= hashlimit-htable-gcinterval= "
                + "hashlimit-htable-expire= hashlimit-mode= *hashlimit-name= hashlimit-rate-match "
                + "hashlimit-rate-interval=";
    }

    private static String physdev() {
        return "{* !physdev-in= !physdev-out= !physdev-is-in !physdev-is-out !physdev-is-bridged }";
    }

    /** {@code physdev_mt_check}: a packet sent from here has no port yet that it leaves by. */
    private static Place physdevPlace(Reading reading) {
        boolean leaving = reading.has("physdev-out") || reading.has("physdev-is-out");
        return leaving && !reading.has("physdev-is-bridged")
                ? Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.POSTROUTING)
                : Place.ANY;
    }

    /** {@code policy_mt_check}. */
    private static Place policyPlace(Reading reading) {
        return reading.required("dir").word().equals("in")
                ? Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD)
                : Place.at(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
    }

    private static String policy() {
        return "*dir= pol= strict !+reqid= !+spi= !+tunnel-src= !+tunnel-dst= !+proto= !+mode= +next>strict";
    }

    private static String rateest() {
        return "rateest1/rateest= rateest2= rateest-bps1 rateest-pps1 rateest-bps2/rateest-bps rateest-pps2/rateest-pps "
                + "rateest-delta ( !rateest-lt !rateest-gt !rateest-eq )";
    }

    private static String recent() {
        return "(* !set !rcheck !update !remove ) seconds= reap>seconds hitcount= ( rttl set ) ( rttl remove ) name= "
                + "rsource rdest mask=";
    }

    private static String set() {
        return "*!match-set/set== return-nomatch !update-counters !update-subcounters !packets-eq= packets-lt= "
                + "packets-gt= !bytes-eq= bytes-lt= bytes-gt=";
    }

    private static String srh() {
        return "!srh-next-hdr= !srh-hdr-len-eq= !srh-hdr-len-gt= !srh-hdr-len-lt= !srh-segs-left-eq= "
                + "!srh-segs-left-gt= !srh-segs-left-lt= !srh-last-entry-eq= !srh-last-entry-gt= "
                + "!srh-last-entry-lt= !srh-tag= !srh-psid= !srh-nsid= !srh-lsid=";
    }

    private static String time() {
        return "datestart= datestop= timestart= timestop= contiguous !weekdays= !monthdays= ( localtz utc ) ( kerneltz utc )";
    }
}
