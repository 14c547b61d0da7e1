package nfstep.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The labs that nfstep brings with it; their texts are resources. */
public enum BuiltInLab {
    DOCKER_REPLY("docker-reply"),
    DOCKER_CAPTURES("docker-captures"),
    DOCKER_PREROUTING_DNAT("docker-prerouting-dnat"),
    DOCKER_PUBLISH("docker-publish"),
    DOCKER_UFW("docker-ufw"),
    MASQUERADE("masquerade"),
    HAIRPIN("hairpin"),
    BRIDGE("bridge"),
    LOCAL_DNAT("local-dnat"),
    REJECT("reject"),
    GOTO("goto"),
    POLICY_ROUTING("policy-routing"),
    ASYMMETRIC("asymmetric"),
    RP_FILTER("rp-filter"),
    THREE_ROUTERS("three-routers");

    /** The lab that opens when none is named. */
    public static final BuiltInLab FIRST = DOCKER_REPLY;

    private final String label;

    BuiltInLab(String label) {
        this.label = label;
    }

    /** The name that a user writes. */
    public String label() {
        return label;
    }

    /** Where its text is found on the class path. */
    public String resource() {
        return "/nfstep/labs/" + label + ".lab";
    }

    /** The lab of that name. */
    public static Optional<BuiltInLab> of(String name) {
        return Arrays.stream(values()).filter(l -> l.label.equals(name)).findFirst();
    }

    /** All names in the order in which they are listed. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BuiltInLab::label).toList();
    }
}
