package nfstep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A rule that is passed over: the model without an observer, and iptables-legacy of the running kernel. */
final class RuleCost {
    private static final int ROUNDS = 15;
    private static final int PACKETS = 200;

    private final Path scratch;

    RuleCost(Path scratch) {
        this.scratch = scratch;
    }

    List<Row> rows() throws IOException {
        String many = BigLab.savedRules("OUTPUT", BigLab.RULES);
        String none = BigLab.savedRules("OUTPUT", 0);
        ModelSender model = new ModelSender(many);
        ModelSender bare = new ModelSender(none);
        Sample modelled = new Sample();
        Sample real = new Sample();
        try (KernelSender kernel = new KernelSender(Files.writeString(scratch.resolve("output.rules"), many));
                KernelSender empty = new KernelSender(Files.writeString(scratch.resolve("none.rules"), none))) {
            for (int round = 0; round < ROUNDS; round++) {
                real.add((kernel.nanos(PACKETS) - empty.nanos(PACKETS)) / BigLab.RULES);
                modelled.add((model.nanos(PACKETS) - bare.nanos(PACKETS)) / BigLab.RULES);
            }
        }
        double ratio = modelled.median() / real.median();
        return List.of(
                Row.info("a rule passed over in the model, ns", modelled.median()),
                Row.info("a rule passed over in the kernel, ns", real.median()),
                Row.atMost(1, "a rule passed over, model / kernel", ratio));
    }
}
