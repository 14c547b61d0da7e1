package nfstep.rules.xt;

import static nfstep.rules.xt.Known.known;

import java.util.List;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.rules.Target;

/** The targets of iptables-extensions(8), version 1.8.9, that are kept, not modelled. */
final class KnownTargets {
    private static final Place MANGLE = Place.in(TableName.MANGLE);
    private static final Place SECURITY = Place.in(TableName.MANGLE, TableName.SECURITY);

    /** All of them. */
    static final List<Extension<Target>> ALL = List.of(
            known("AUDIT", "*type=o:accept|drop|reject", "Makes an audit record.")
                    .target(),
            known(
                            "CLUSTERIP",
                            "new hashmode= clustermac= total-nodes= local-node= hash-init=",
                            "Shares an address among the nodes of a cluster.")
                    .only(IpFamily.IPV4)
                    .tracked()
                    .target(),
            known("CONNSECMARK", "(* save restore )", "Copies security marks of connections.")
                    .placed(SECURITY)
                    .tracked()
                    .target(),
            known("DNPT", "*src-pfx=M *dst-pfx=M", "Replaces the destination's prefix.")
                    .completed(Completions::prefix)
                    .only(IpFamily.IPV6)
                    .placed(MANGLE.and(Hook.PREROUTING, Hook.OUTPUT))
                    .target(),
            known("HMARK", hmark(), "Marks the packet with a hash of its flow.").target(),
            known("IDLETIMER", "*timeout= *label= alarm", "Tells when no packets come any more.")
                    .target(),
            known("LED", "*led-trigger-id=q led-delay= led-always-blink", "Lights a lamp.")
                    .target(),
            known(
                            "NFQUEUE",
                            "( queue-num=n:0:65535 queue-balance=b ) queue-bypass queue-cpu-fanout>queue-balance",
                            "Hands the packet to a process.")
                    .completed(Completions::queue)
                    .target(),
            known("RATEEST", "*rateest-name= *rateest-interval= *rateest-ewmalog=", "Estimates a rate.")
                    .target(),
            known("SECMARK", "*selctx=", "Sets a security mark.")
                    .placed(SECURITY)
                    .target(),
            known(
                            "SET",
                            "{* add-set== del-set== map-set== } exist timeout= map-mark map-prio map-queue",
                            "Changes an IP set.")
                    .target(),
            known("SNPT", "*src-pfx=M *dst-pfx=M", "Replaces the source's prefix.")
                    .completed(Completions::prefix)
                    .only(IpFamily.IPV6)
                    .placed(MANGLE.and(Hook.INPUT, Hook.POSTROUTING))
                    .target(),
            known("SYNPROXY", "sack-perm timestamp wscale= mss= ecn", "Answers SYNs for a server.")
                    .placed(Place.at(Hook.INPUT, Hook.FORWARD))
                    .needing(Protocols.TCP)
                    .tracked()
                    .target(),
            known("TPROXY", "*on-port=p on-ip=a tproxy-mark=k", "Gives the packet to a local socket.")
                    .completed(Completions::tproxy)
                    .placed(MANGLE.and(Hook.PREROUTING))
                    .needing(Protocols.TCP, Protocols.UDP)
                    .target(),
            known(
                            "ULOG",
                            "ulog-nlgroup= ulog-prefix= ulog-cprange= ulog-qthreshold=",
                            "Hands a copy to a logging process.")
                    .only(IpFamily.IPV4)
                    .target());

    private KnownTargets() {}

    private static String hmark() {
        return "hmark-src-prefix= hmark-dst-prefix= hmark-sport-mask= hmark-dport-mask= hmark-spi-mask= "
                + "hmark-sport= hmark-dport= hmark-spi= hmark-proto-mask= hmark-rnd= *hmark-mod= hmark-offset= hmark-tuple=";
    }
}
