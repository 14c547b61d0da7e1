package nfstep.debugger;

import nfstep.source.Outcome;
import nfstep.trace.Progress;

/** Where sessions are kept. */
public interface TraceStore {
    /** What was kept under that name; the refusal says in one or more lines what is wrong with the file. */
    Outcome<Opening> open(String name, Progress progress);

    /**
     * Keeps a session. A refusal leaves what was there before as it was.
     *
     * @param replace whether something of that name may be replaced
     */
    Outcome<String> save(Session session, String name, boolean replace, Progress progress);
}
