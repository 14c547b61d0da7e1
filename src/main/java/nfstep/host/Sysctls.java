package nfstep.host;

import org.pcollections.TreePMap;

/** The settings of one namespace that differ from the kernel's defaults, by their dotted names. */
public record Sysctls(TreePMap<String, Long> changed) {
    /** The settings of a new namespace. */
    public static Sysctls defaults() {
        return new Sysctls(TreePMap.empty());
    }
}
