package nfstep.debugger;

import nfstep.source.Outcome;

/** Where sessions are kept. */
public interface TraceStore {
    /** The session that was kept under that name; the refusal is one line that says what is wrong with the file. */
    Outcome<Session> open(String name);

    /**
     * Keeps a session. A refusal leaves what was there before as it was.
     *
     * @param replace whether something of that name may be replaced
     */
    Outcome<String> save(Session session, String name, boolean replace);
}
