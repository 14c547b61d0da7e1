package nfstep.lab.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.xt.Extensions;
import nfstep.source.Code;

/** {@code modprobe MODULE}: all modules that nfstep models are there from the beginning. On a kernel it does nothing. */
final class ModprobeCommand {
    static final LabCommand COMMAND = new LabCommand(
            "modprobe",
            "modprobe MODULE",
            "does nothing if what the module brings is modelled, which is always there",
            "modprobe br_netfilter",
            ModprobeCommand::read);

    private static final Set<String> MODULES = Set.of(
            "bridge",
            "br_netfilter",
            "veth",
            "ip_tables",
            "ip6_tables",
            "x_tables",
            "nf_conntrack",
            "nf_conntrack_ipv4",
            "nf_conntrack_ftp",
            "nf_conntrack_tftp",
            "nf_conntrack_netlink",
            "nf_defrag_ipv4",
            "nf_log_ipv4",
            "nf_log_syslog",
            "nfnetlink_log",
            "nf_nat",
            "nf_nat_ipv4",
            "nf_nat_ftp",
            "nf_nat_tftp",
            "nf_reject_ipv4",
            "nf_tproxy_ipv4");

    private static final String TABLES = "ip6?table_(filter|nat|mangle|raw|security)";
    private static final String EXTENSION = "(xt|ipt)_";

    private ModprobeCommand() {}

    private static Action read(CommandLine line) {
        Arguments arguments =
                Options.none().flag("-q", "--quiet").flag("-a", "--all").read(line, 1);
        arguments.operand(0, "the name of the module");
        for (Word module : arguments.operands()) {
            if (!isModelled(module.text().replace('-', '_'))) {
                throw line.problem(
                        Code.REFUSED,
                        module,
                        "what the module " + module.text() + " brings is not modelled",
                        "leave it out, if nothing of it is used");
            }
        }
        return session -> Optional.empty();
    }

    private static boolean isModelled(String module) {
        return MODULES.contains(module)
                || module.matches(TABLES)
                || (module.matches(EXTENSION + ".*") && isExtension(module.replaceFirst(EXTENSION, "")));
    }

    private static boolean isExtension(String name) {
        return Extensions.match(name.toLowerCase(Locale.ROOT), IpFamily.IPV4).isPresent()
                || Extensions.target(name.toUpperCase(Locale.ROOT), IpFamily.IPV4)
                        .isPresent();
    }
}
