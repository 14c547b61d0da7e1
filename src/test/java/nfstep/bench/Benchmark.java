package nfstep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs all measures, or those named by the arguments, and prints one table; exits with 1 if a budget is exceeded. */
public final class Benchmark {
    /** Some rows of the table. */
    private interface Measure {
        List<Row> rows() throws Exception;
    }

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("nfstep-bench");
        boolean ok;
        try {
            ok = print(measures(scratch), List.of(args));
        } finally {
            delete(scratch);
        }
        System.exit(ok ? 0 : 1);
    }

    private static Map<String, Measure> measures(Path scratch) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("frame", () -> new FirstFrame(scratch).rows());
        measures.put("keys", () -> new Keys(scratch).rows());
        measures.put("seeks", Seeks::rows);
        measures.put("loading", () -> new Loading(scratch).rows());
        measures.put("rules", () -> new RuleCost(scratch).rows());
        return measures;
    }

    private static boolean print(Map<String, Measure> measures, List<String> wanted) throws Exception {
        System.out.println(Row.HEADER);
        List<Row> all = new ArrayList<>();
        for (Map.Entry<String, Measure> measure : measures.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(measure.getKey())) {
                List<Row> rows = measure.getValue().rows();
                rows.forEach(row -> System.out.println(row.line()));
                all.addAll(rows);
            }
        }
        return all.stream().allMatch(Row::ok);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
