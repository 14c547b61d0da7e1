package nfstep.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the kernel logged in a sandbox, by namespace. */
final class KernelLog {
    private final Map<String, Map<Integer, String>> devices = new TreeMap<>();
    private final Map<String, List<Line>> traces = new TreeMap<>();
    private String release = "";
    private int task;

    /**
     * A line of a trace.
     *
     * @param task the number of the task that was being carried out, from 0
     */
    record Line(int task, String text) {}

    /** What is logged from now on belongs to that task. */
    void begin(int number) {
        task = number;
    }

    /** Notes which kernel it is. */
    void release(String name) {
        release = name;
    }

    /** The kernel's name for itself, such as {@code 6.18.44}. */
    String release() {
        return release;
    }

    /** The TRACE lines of a namespace, in their order. */
    List<Line> trace(String namespace) {
        return List.copyOf(traces.getOrDefault(namespace, List.of()));
    }

    /** The namespaces in which anything was logged. */
    List<String> namespaces() {
        return List.copyOf(traces.keySet());
    }

    /** One line of the protocol: {@code device} or {@code record}. */
    void add(String[] words) {
        String namespace = new String(HexFormat.of().parseHex(words[1]), StandardCharsets.UTF_8);
        if (words[0].equals("device")) {
            String name = new String(HexFormat.of().parseHex(words[3]), StandardCharsets.UTF_8);
            names(namespace).put(Integer.parseInt(words[2]), name);
        } else {
            record(namespace, HexFormat.of().parseHex(words[2]))
                    .ifPresent(line -> traces.computeIfAbsent(namespace, n -> new ArrayList<>())
                            .add(new Line(task, line)));
        }
    }

    private Map<Integer, String> names(String namespace) {
        return devices.computeIfAbsent(namespace, n -> new TreeMap<>());
    }

    private Optional<String> record(String namespace, byte[] message) {
        return NflogRecord.of(message)
                .filter(r -> r.prefix().startsWith("TRACE: "))
                .flatMap(r -> new NflogLine(names(namespace)).of(r));
    }
}
