package nfstep.debugger;

import java.util.List;
import nfstep.source.Diagnostic;

/**
 * A session that was opened, and what there is to say about that.
 *
 * @param remarks why the lab stopped before its end, and which of its expectations did not hold
 * @param proposal a command to begin with, which the user may change; empty for none
 */
public record Opening(Session session, List<Diagnostic> remarks, String proposal) {
    public Opening {
        remarks = List.copyOf(remarks);
    }

    /** What is said of it, one or more lines. */
    public Reply reply() {
        if (remarks.isEmpty()) {
            return Reply.said("opened " + session.name()).proposing(proposal);
        }
        StringBuilder text = new StringBuilder("opened " + session.name() + "\n");
        remarks.forEach(remark -> text.append(remark.render()));
        return Reply.refused(text.toString().stripTrailing()).proposing(proposal);
    }
}
