package nfstep.rules;

/** What a hook function answers: netfilter's own verdicts. */
public enum Verdict {
    ACCEPT,
    DROP,
    STOLEN,
    QUEUE
}
