package nfstep.conntrack;

/** Which end of a flow is translated: {@code enum nf_nat_manip_type}. */
public enum Manip {
    SRC(CtStatus.SRC_NAT, CtStatus.SRC_NAT_DONE),
    DST(CtStatus.DST_NAT, CtStatus.DST_NAT_DONE);

    private final CtStatus translates;
    private final CtStatus done;

    Manip(CtStatus translates, CtStatus done) {
        this.translates = translates;
        this.done = done;
    }

    /** The bit of a connection that this end of is changed. */
    public CtStatus translates() {
        return translates;
    }

    /** The bit of a connection for which this end was decided, changed or not. */
    public CtStatus done() {
        return done;
    }

    /** The other end. */
    public Manip opposite() {
        return this == SRC ? DST : SRC;
    }
}
