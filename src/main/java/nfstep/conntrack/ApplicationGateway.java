package nfstep.conntrack;

/** Reads what the packets of a connection carry, and expects other connections because of it. */
interface ApplicationGateway {
    /** What it makes of a packet. */
    HelpOutcome help(HelpInput input);
}
