package nfstep.lab.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;

/** What is said of a command that labs do not have. */
final class Unknown {
    private static final String LEAVE = "leave it out: ";

    /** What people would type on a box, and what stands for it in a lab. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("sudo", LEAVE + "in a lab everything is allowed"),
            Map.entry("set", LEAVE + "a lab stops at the first command that fails"),
            Map.entry("cd", LEAVE + "a lab has no folders"),
            Map.entry("export", "write NAME=VALUE before the command that reads it"),
            Map.entry("echo", "write it as a comment, or set what is in /proc/sys with sysctl -w NAME=VALUE"),
            Map.entry("true", LEAVE + "it does nothing"),
            Map.entry(":", LEAVE + "it does nothing"),
            Map.entry("wait", LEAVE + "what was started is done, servers stay"),
            Map.entry("kill", "end a server by its port: fuser -k PORT/tcp"),
            Map.entry("ifconfig", "write ip addr or ip link"),
            Map.entry("route", "write ip route"),
            Map.entry("arp", "write ip neigh"),
            Map.entry("brctl", "write ip link add NAME type bridge, and ip link set DEV master NAME"),
            Map.entry("wget", "write curl http://ADDRESS/"),
            Map.entry("netcat", "write nc"),
            Map.entry("ncat", "write nc"),
            Map.entry("telnet", "write nc -v -w2 ADDRESS PORT"),
            Map.entry("ping6", "write ping -6"),
            Map.entry("tracepath", "write traceroute"),
            Map.entry("ss", "write conntrack -L for connections; listeners are those that the lab started"),
            Map.entry("netstat", "write conntrack -L for connections; listeners are those that the lab started"),
            Map.entry("nft", "write iptables: nftables is not modelled"),
            Map.entry("iptables-nft", "write iptables: the legacy tables are modelled"),
            Map.entry("ip6tables-nft", "write ip6tables: the legacy tables are modelled"),
            Map.entry("ipset", "write the addresses into the rules: ipset is not modelled"),
            Map.entry("ebtables", "ebtables is not modelled"),
            Map.entry("ufw", "write what it does as iptables commands: the lab docker-ufw shows them"),
            Map.entry("firewall-cmd", "write what it does as iptables commands"),
            Map.entry("docker-compose", "write a docker run for each of its services"),
            Map.entry("systemctl", "write dockerd, nginx or nc -l: they are started by their names"),
            Map.entry("service", "write dockerd, nginx or nc -l: they are started by their names"));

    private Unknown() {}

    static Diagnostic command(CommandLine line, List<String> names) {
        Word name = line.name();
        Diagnostic problem = line.diagnostic(Code.UNKNOWN_COMMAND, name, "no such command: " + name.text());
        return Optional.ofNullable(INSTEAD.get(name.text()))
                .map(problem::hinting)
                .orElseGet(() -> problem.suggesting(Nearest.among(name.text(), names)));
    }
}
