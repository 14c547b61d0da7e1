package nfstep.kernel;

import java.util.Optional;
import nfstep.trace.Check;

/**
 * Something that model and kernel do not agree on.
 *
 * @param event the number of the model's event that it is about
 * @param command the command that was running
 * @param model what the model says, if it says anything
 * @param kernel what the kernel says, if it says anything
 * @param remark such as the text of a rule, empty for none
 */
public record Difference(
        int event, String namespace, String command, Optional<String> model, Optional<String> kernel, String remark) {
    /** What there is to keep of it. */
    Check.Finding finding() {
        return new Check.Finding(event, namespace, model.orElse(""), kernel.orElse(""));
    }

    /** Some lines to read. */
    public String render() {
        String place = "first difference in namespace " + namespace + ", at: "
                + command.lines().findFirst().orElse("");
        return place
                + "\n  nfstep: " + model.orElse("(nothing more)")
                + "\n  kernel: " + kernel.orElse("(nothing more)")
                + (remark.isEmpty() ? "" : "\n  " + remark)
                + "\n";
    }
}
