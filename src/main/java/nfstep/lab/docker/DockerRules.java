package nfstep.lab.docker;

import java.util.List;

/** The rules that a version of docker writes. */
interface DockerRules {
    /** What the daemon writes when it starts: its chains, and the rules of the bridge docker0. */
    String start(BridgeNetwork bridge, boolean dropsForwarded);

    /** What a further network adds. */
    List<RuleLine> network(BridgeNetwork network);

    /** What a container on a network adds, whether it publishes ports or not. */
    List<RuleLine> endpoint(Endpoint endpoint);

    /** What a published port adds. */
    List<RuleLine> port(Endpoint endpoint, PublishedPort port);
}
