package nfstep.conntrack;

/** What one protocol makes of a packet of a connection. */
interface Tracker {
    /** The outcome, without what {@link Trackers} adds for all protocols: the reply seen and the words. */
    TrackOutcome track(TrackInput input);
}
