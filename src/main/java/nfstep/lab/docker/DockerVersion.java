package nfstep.lab.docker;

import java.util.Arrays;
import java.util.Optional;

/** The versions of docker whose rules are known. */
public enum DockerVersion {
    V20_10("20.10"),
    V29("29");

    /** The version that runs if none is asked for. */
    public static final DockerVersion USUAL = V29;

    private final String text;

    DockerVersion(String text) {
        this.text = text;
    }

    /** The version of that number. */
    public static Optional<DockerVersion> of(String text) {
        return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
    }

    /** The number. */
    public String text() {
        return text;
    }

    DockerRules rules() {
        return switch (this) {
            case V20_10 -> new RulesUntil27();
            case V29 -> new RulesSince28();
        };
    }
}
