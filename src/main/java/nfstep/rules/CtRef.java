package nfstep.rules;

import nfstep.conntrack.CtInfo;

/**
 * What a packet carries of connection tracking: {@code skb->_nfct}.
 *
 * @param connection the connection's number, 0 for none, {@link CtTemplate#NUMBER} before it is looked up
 */
public record CtRef(long connection, CtInfo info) {
    /** Not looked up yet, or refused. */
    public static final CtRef NONE = new CtRef(0, CtInfo.NONE);
    /** Taken out of tracking. */
    public static final CtRef UNTRACKED = new CtRef(0, CtInfo.UNTRACKED);

    /** Not looked up yet, in answer to a packet that was taken out of tracking: {@code nf_conntrack_attach}. */
    public static final CtRef ANSWER = new CtRef(0, CtInfo.ANSWER);

    /** Not looked up yet, and a CT rule said how it will be. */
    public static final CtRef TEMPLATE = new CtRef(CtTemplate.NUMBER, CtInfo.NEW);

    public CtRef {
        if (info.hasConnection() != (connection != 0)) {
            throw new IllegalArgumentException("connection " + connection + " with " + info);
        }
    }
}
