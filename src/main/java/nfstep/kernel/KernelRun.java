package nfstep.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the kernel did with the commands of a walk.
 *
 * @param answers one for each task, of its last request
 * @param tables the lines of {@code conntrack -L} at the end, by namespace
 * @param nanos how long it took
 */
record KernelRun(KernelLog log, List<Answer> answers, Map<String, List<String>> tables, long nanos) {
    private static final Answer NOTHING = new Answer(0, "", "");
    private static final long SECONDS = 20;

    KernelRun {
        answers = List.copyOf(answers);
    }

    /** Carries out the tasks, and lists the connections of these namespaces at the end. */
    static KernelRun of(List<Task> tasks, Collection<String> namespaces) throws KernelUnavailable {
        try (Sandbox sandbox = Sandbox.open()) {
            for (Task task : tasks) {
                Optional<String> obstacle = task.program().flatMap(Requirements::obstacle);
                if (obstacle.isPresent()) {
                    throw new KernelUnavailable(obstacle.get());
                }
            }
            long begin = System.nanoTime();
            List<Answer> answers = new ArrayList<>();
            for (Task task : tasks) {
                answers.add(carryOut(sandbox, task));
            }
            long nanos = System.nanoTime() - begin;
            Map<String, List<String>> tables = new TreeMap<>();
            for (String namespace : namespaces) {
                tables.put(namespace, connections(sandbox, namespace));
            }
            return new KernelRun(sandbox.log(), answers, tables, nanos);
        }
    }

    /** The answer that counts is the one of the command itself; what only prepares it never fails. */
    private static Answer carryOut(Sandbox sandbox, Task task) throws KernelUnavailable {
        Answer counting = NOTHING;
        for (Request request : task.requests()) {
            Answer answer = sandbox.ask(request);
            counting = request.isPreparation() ? counting : answer;
        }
        return counting;
    }

    private static List<String> connections(Sandbox sandbox, String namespace) throws KernelUnavailable {
        List<String> lines = new ArrayList<>();
        for (String family : List.of("ipv4", "ipv6")) {
            Answer answer = sandbox.ask(Request.run(namespace, "", SECONDS, List.of("conntrack", "-L", "-f", family)));
            answer.out().lines().forEach(lines::add);
        }
        return lines;
    }
}
