package nfstep.conntrack;

/** What a cell of the state table says: go to a state, ignore the segment, or refuse it. */
record TcpMove(Kind kind, TcpState state) {
    enum Kind {
        TO,
        IGNORE,
        REFUSE
    }

    static final TcpMove IGNORE = new TcpMove(Kind.IGNORE, TcpState.NONE);
    static final TcpMove REFUSE = new TcpMove(Kind.REFUSE, TcpState.NONE);

    static TcpMove to(TcpState state) {
        return new TcpMove(Kind.TO, state);
    }

    boolean isTo(TcpState wanted) {
        return kind == Kind.TO && state == wanted;
    }
}
