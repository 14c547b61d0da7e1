package nfstep.cli;

import java.util.List;
import java.util.Optional;
import nfstep.debugger.LabSession;
import nfstep.lab.LabRun;
import nfstep.lab.command.Commands;
import nfstep.source.Diagnostic;
import nfstep.source.Outcome;
import nfstep.trace.Progress;
import nfstep.trace.Walk;

/** Labs as the debugger asks for them. */
final class Labs implements LabSession.Source {
    /** A lab that is alive. */
    record Live(LabRun run) implements LabSession {
        @Override
        public Walk walk() {
            return run.walk();
        }

        @Override
        public boolean goesOn() {
            return !run.isOver();
        }

        @Override
        public List<Diagnostic> finish(Progress progress) {
            run.watchedBy(progress).finish();
            return Opened.remarks(run);
        }

        @Override
        public Optional<Diagnostic> run(String line, Progress progress) {
            return run.watchedBy(progress).run(line);
        }
    }

    @Override
    public boolean knows(String word) {
        return Commands.named(word).isPresent();
    }

    @Override
    public Outcome<LabSession> revive(Walk recorded, Progress progress) {
        return LabRun.revive(recorded, new DiskFiles(), progress).then(run -> Outcome.done(new Live(run)));
    }
}
