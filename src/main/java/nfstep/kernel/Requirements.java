package nfstep.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nfstep.rules.Backend;

/** What this machine must have so that labs can be run on its kernel. */
public final class Requirements {
    private static final Map<String, String> PACKAGES = new TreeMap<>(Map.of(
            "unshare", "util-linux",
            "mount", "mount",
            "ip", "iproute2",
            "nft", "nftables",
            "conntrack", "conntrack",
            "ping", "iputils-ping",
            "sysctl", "procps",
            "python3", "python3"));
    private static final Map<String, String> CLIENTS =
            new TreeMap<>(Map.of("curl", "curl", "nc", "netcat-openbsd", "traceroute", "traceroute", "ipset", "ipset"));
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private Requirements() {}

    /** Why labs cannot be run on this machine, if they cannot. */
    public static Optional<String> obstacle(Backend backend) {
        return Stream.concat(PACKAGES.keySet().stream(), Stream.of(backend.program()))
                .flatMap(tool -> obstacle(tool).stream())
                .findFirst()
                .or(() -> isRoot() ? Optional.empty() : Optional.of("only root may make network namespaces"));
    }

    /** Why a command cannot be run on this machine with that backend, if it cannot. */
    static Optional<String> obstacle(String command, Backend backend) {
        return backend == Backend.NFT && command.contains("tables-legacy")
                ? Optional.of("the lab runs " + command + " by that name; --backend=legacy compares it")
                : obstacle(command);
    }

    private static Optional<String> obstacle(String command) {
        String debian = command.startsWith("iptables-")
                ? "iptables"
                : PACKAGES.getOrDefault(command, CLIENTS.getOrDefault(command, ""));
        return debian.isEmpty() || isThere(command)
                ? Optional.empty()
                : Optional.of(command + " is missing; install the Debian package " + debian);
    }

    private static boolean isThere(String tool) {
        return Stream.concat(FOLDERS.stream(), Stream.of("/usr/local/bin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
