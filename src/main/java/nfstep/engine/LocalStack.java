package nfstep.engine;

import nfstep.rules.Skb;

/** What becomes of a packet that reached its namespace: sockets, echo replies, errors for closed ports. */
public interface LocalStack {
    /** Takes the packet; answers are sent through {@link LocalOutput}. */
    void receive(Run run, String namespace, Skb skb);
}
