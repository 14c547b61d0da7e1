package nfstep.kernel;

import java.util.List;

/**
 * What the kernel did with a lab.
 *
 * @param trace the TRACE lines of namespace {@code host}, in their order
 * @param conntrack the lines of {@code conntrack -L} at the end, in the tool's order
 * @param output what the commands printed
 * @param errors what they complained of
 */
public record KernelRun(List<String> trace, List<String> conntrack, String output, String errors) {
    public KernelRun {
        trace = List.copyOf(trace);
        conntrack = List.copyOf(conntrack);
    }
}
