package nfstep.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the kernel logged in a sandbox, by namespace. */
final class KernelLog {
    private final Map<String, Map<Integer, String>> devices = new TreeMap<>();
    private final Map<String, List<Line>> traces = new TreeMap<>();
    private final Map<String, NftLog> nftables = new TreeMap<>();
    private final Map<String, List<Line>> connections = new TreeMap<>();
    private final Set<String> telling = new TreeSet<>();
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

    /** What connection tracking told in a namespace, in its order: {@link TableChange} says how it reads. */
    List<Line> connections(String namespace) {
        return List.copyOf(connections.getOrDefault(namespace, List.of()));
    }

    /** The namespaces in which anything was logged. */
    List<String> namespaces() {
        return List.copyOf(traces.keySet());
    }

    /** The namespaces of whose connections connection tracking tells, sorted. */
    List<String> telling() {
        return List.copyOf(telling);
    }

    /** Whether a base chain of nftables was there while a task was carried out; its path as {@link NftChains} has it. */
    boolean hadChain(String namespace, String path, int during) {
        return nftables(namespace).hadChain(path, during);
    }

    /** One line of the protocol that {@code sandbox/protocol.py} describes, but {@code done}. */
    void add(String[] words) {
        String namespace = text(words[1]);
        switch (words[0]) {
            case "device" -> names(namespace).put(Integer.parseInt(words[2]), text(words[3]));
            case "record" -> line(namespace, record(namespace, HexFormat.of().parseHex(words[2])));
            case "trace" ->
                line(namespace, nftables(namespace).trace(HexFormat.of().parseHex(words[2])));
            case "events" -> telling.add(namespace);
            case "new", "destroy" -> connection(namespace, TableChange.Kind.of(words[0]), words[2]);
            case "chains" -> nftables(namespace).forget(task);
            case "chain" -> chain(namespace, words);
            default -> throw new IllegalStateException("the sandbox says " + words[0]);
        }
    }

    private void line(String namespace, Optional<String> line) {
        line.ifPresent(text ->
                traces.computeIfAbsent(namespace, n -> new ArrayList<>()).add(new Line(task, text)));
    }

    private void connection(String namespace, TableChange.Kind kind, String message) {
        CtRecord.connection(HexFormat.of().parseHex(message)).map(kind::line).ifPresent(text -> connections
                .computeIfAbsent(namespace, n -> new ArrayList<>())
                .add(new Line(task, text)));
    }

    private void chain(String namespace, String[] words) {
        List<Long> handles =
                Stream.of(words).skip(6).map(Long::parseUnsignedLong).toList();
        String path = NftChains.path(Integer.parseInt(words[2]), text(words[3]), text(words[4]));
        nftables(namespace).chain(path, words[5].equals("base"), handles);
    }

    private NftLog nftables(String namespace) {
        return nftables.computeIfAbsent(namespace, n -> new NftLog(names(n)));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
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
