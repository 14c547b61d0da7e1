package nfstep.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A command of a walk, and what is asked of the sandbox for it.
 *
 * @param event the number of the event that begins it
 * @param text the command as the walk has it
 * @param program the first word of the command, if something is asked of the sandbox
 * @param requests in their order; empty for what is about the model alone
 * @param refused whether the model refused it
 * @param decides whether the kernel's refusal must be the model's: not so for clients, whose failure is no refusal
 * @param told what the model tells the sender of a packet by hand, nothing in words; none where no raw socket sends
 */
record Task(
        int event,
        String namespace,
        String text,
        Optional<String> program,
        List<Request> requests,
        boolean refused,
        boolean decides,
        Optional<String> told) {
    Task {
        requests = List.copyOf(requests);
    }

    /** Whether real TCP stacks talk in it. */
    boolean usesStacks() {
        return requests.stream().anyMatch(Request::isPreparation);
    }
}
