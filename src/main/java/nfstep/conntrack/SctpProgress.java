package nfstep.conntrack;

/**
 * An association after some chunks of a packet.
 *
 * @param last the state after the last chunk that counted, NONE before any did
 * @param keepsTime whether the packet is accepted without renewing the association's time
 * @param refusal why the packet is refused, empty where it is not
 */
record SctpProgress(SctpTracking tracking, SctpState last, boolean keepsTime, boolean established, String refusal) {
    static SctpProgress of(SctpTracking tracking) {
        return new SctpProgress(tracking, SctpState.NONE, false, false, "");
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }

    SctpProgress with(SctpTracking other) {
        return new SctpProgress(other, last, keepsTime, established, refusal);
    }

    SctpProgress refuse(String why) {
        return new SctpProgress(tracking, last, keepsTime, established, why);
    }

    SctpProgress keepingTime() {
        return new SctpProgress(tracking, last, true, established, refusal);
    }

    SctpProgress to(SctpState state) {
        boolean opened = state == SctpState.ESTABLISHED && tracking.state() != state;
        return new SctpProgress(tracking.with(state), state, keepsTime, established || opened, refusal);
    }
}
