package nfstep.lab.docker;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;

/**
 * What {@code docker run} is told.
 *
 * @param name none to have one made up
 * @param ports those whose number on the host is 0 get a free one
 * @param detached whether the container goes on when the command is done: {@code -d}
 * @param vanishes whether the container is removed when it ends: {@code --rm}
 * @param command what runs in it, quoted as a shell reads it; empty for what the image starts
 */
public record RunWish(
        Optional<String> name,
        String network,
        Optional<IpAddress> address,
        List<PublishedPort> ports,
        boolean detached,
        boolean vanishes,
        String image,
        String command) {
    /** The network that is the host's own. */
    public static final String HOST = "host";

    /** No network but loopback. */
    public static final String NONE = "none";

    public RunWish {
        ports = List.copyOf(ports);
    }
}
