package nfstep.lab.docker;

import java.util.List;

/**
 * A docker command as what it does.
 *
 * @param state what docker knows when it is done
 * @param lines plain commands of the lab language in their order; one with a here-document has several lines
 */
public record Lowered(DockerState state, List<String> lines) {
    public Lowered {
        lines = List.copyOf(lines);
    }
}
