package nfstep.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nfstep.packet.IpFamily;
import nfstep.rules.Backend;
import nfstep.trace.Progress;

/**
 * What the kernel did with the commands of a walk.
 *
 * @param answers one for each task, of its last request
 * @param ends what each namespace holds at the end
 * @param nanos how long it took until the last namespace was looked at
 */
record KernelRun(KernelLog log, List<Answer> answers, Map<String, End> ends, long nanos) {
    private static final Answer NOTHING = new Answer(0, "", "", 0);
    private static final long SECONDS = 20;
    private static final Pattern LACK = Pattern.compile("Table does not exist|Failed to initialize nft");

    /**
     * What a namespace holds at the end.
     *
     * @param connections the lines of {@code conntrack -L}
     * @param rules the text of {@code iptables-save -c}
     */
    record End(List<String> connections, Map<IpFamily, String> rules) {
        /** A namespace with nothing in it. */
        static final End EMPTY = new End(List.of(), Map.of());
    }

    KernelRun {
        answers = List.copyOf(answers);
    }

    /** Carries out the tasks in a sandbox of their own, and looks at these namespaces at the end. */
    static KernelRun of(List<Task> tasks, Collection<String> namespaces, Backend backend, Progress progress)
            throws KernelUnavailable {
        try (Sandbox sandbox = Sandbox.open(backend)) {
            return of(sandbox, tasks, namespaces, progress);
        }
    }

    /** Carries out the tasks in a sandbox that may have seen others, and looks at these namespaces at the end. */
    static KernelRun of(Sandbox sandbox, List<Task> tasks, Collection<String> namespaces, Progress progress)
            throws KernelUnavailable {
        check(tasks, sandbox.backend());
        try (Watch watch = Watch.of(sandbox, tasks.size(), progress)) {
            return of(sandbox, tasks, namespaces, watch);
        }
    }

    private static KernelRun of(Sandbox sandbox, List<Task> tasks, Collection<String> namespaces, Watch watch)
            throws KernelUnavailable {
        try {
            return carriedOut(sandbox, tasks, namespaces, watch);
        } catch (KernelUnavailable e) {
            throw watch.reason(e);
        }
    }

    private static KernelRun carriedOut(Sandbox sandbox, List<Task> tasks, Collection<String> namespaces, Watch watch)
            throws KernelUnavailable {
        sandbox.begin();
        long begin = System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        for (Task task : tasks) {
            sandbox.log().begin(answers.size());
            answers.add(answer(sandbox, task));
            watch.done(answers.size());
        }
        Map<String, End> ends = new TreeMap<>();
        for (String namespace : namespaces) {
            ends.put(namespace, end(sandbox, namespace));
        }
        return new KernelRun(sandbox.log(), answers, ends, System.nanoTime() - begin);
    }

    /** When each task was begun, in nanoseconds; 0 for one of which nothing was asked. */
    List<Long> begun() {
        return answers.stream().map(Answer::begun).toList();
    }

    private static void check(List<Task> tasks, Backend backend) throws KernelUnavailable {
        for (Task task : tasks) {
            Optional<String> obstacle = task.program().flatMap(p -> Requirements.obstacle(p, backend));
            if (obstacle.isPresent()) {
                throw new KernelUnavailable(obstacle.get());
            }
        }
    }

    private static Answer answer(Sandbox sandbox, Task task) throws KernelUnavailable {
        Answer answer = carryOut(sandbox, task);
        Optional<String> lack = lack(task, answer);
        if (lack.isPresent()) {
            throw new KernelUnavailable(lack.get());
        }
        return answer;
    }

    /** What the kernel lacks, if iptables says so of what the model did. */
    static Optional<String> lack(Task task, Answer answer) {
        boolean refused = answer.status() != 0 && !task.refused();
        return refused && LACK.matcher(answer.err()).find()
                ? Optional.of("this kernel lacks what a command needs: "
                        + answer.err().strip().lines().findFirst().orElse(""))
                : Optional.empty();
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

    private static End end(Sandbox sandbox, String namespace) throws KernelUnavailable {
        Map<IpFamily, String> rules = new EnumMap<>(IpFamily.class);
        for (IpFamily family : IpFamily.values()) {
            boolean four = family == IpFamily.IPV4;
            rules.put(family, print(sandbox, namespace, List.of(four ? "iptables-save" : "ip6tables-save", "-c")));
        }
        String connections = sandbox.ask(Request.connections(namespace)).out();
        return new End(connections.lines().toList(), rules);
    }

    private static String print(Sandbox sandbox, String namespace, List<String> command) throws KernelUnavailable {
        return sandbox.ask(Request.run(namespace, "", SECONDS, command)).out();
    }
}
