package nfstep.bench;

import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;
import nfstep.trace.Walk;

/** Labs that are run in this process. */
final class Labs {
    private Labs() {}

    /** The walk of a lab that is not refused. */
    static Walk walk(String text) {
        LabRun run = new LabRun(Lab.parse(new SourceText("bench.lab", text)).orElseThrow(), LabFiles.NONE);
        run.finish().ifPresent(problem -> {
            throw new IllegalStateException(problem.render());
        });
        return run.walk();
    }
}
