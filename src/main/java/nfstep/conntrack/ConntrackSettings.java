package nfstep.conntrack;

import org.pcollections.TreePMap;

/** How connection tracking is set in one namespace: those settings that differ from the kernel's defaults. */
public record ConntrackSettings(TreePMap<ConntrackKnob, Long> changed) {
    private static final ConntrackSettings DEFAULTS = new ConntrackSettings(TreePMap.empty());

    /** The settings of a new namespace. */
    public static ConntrackSettings defaults() {
        return DEFAULTS;
    }

    /** These settings with another value for the one of that name, {@code net.netfilter.nf_conntrack_} left out or not. */
    public ConntrackSettings with(String name, long value) {
        String file = name.substring(name.lastIndexOf('.') + 1);
        return with(
                ConntrackKnob.named(file)
                        .orElseThrow(() -> new IllegalArgumentException("no conntrack setting: " + name)),
                value);
    }

    /** These settings with another value for that one. */
    public ConntrackSettings with(ConntrackKnob knob, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(knob.fileName() + " is negative: " + value);
        }
        boolean isDefault = value == knob.kernelDefault();
        return new ConntrackSettings(isDefault ? changed.minus(knob) : changed.plus(knob, value));
    }

    /** The value of that setting. */
    public long value(ConntrackKnob knob) {
        Long set = changed.get(knob);
        return set == null ? knob.kernelDefault() : set;
    }

    /** Whether a connection that began before it was watched is picked up. */
    public boolean tcpLoose() {
        return value(ConntrackKnob.TCP_LOOSE) != 0;
    }

    /** Whether only a RST outside the window makes a packet invalid. */
    public boolean tcpBeLiberal() {
        return value(ConntrackKnob.TCP_BE_LIBERAL) != 0;
    }

    /** Whether a RST below the window is taken as one inside. */
    public boolean tcpIgnoreInvalidRst() {
        return value(ConntrackKnob.TCP_IGNORE_INVALID_RST) != 0;
    }

    /** After how many repetitions of one segment the connection's time is cut. */
    public long tcpMaxRetrans() {
        return value(ConntrackKnob.TCP_MAX_RETRANS);
    }

    /** Whether packets and bytes are counted. */
    public boolean acct() {
        return value(ConntrackKnob.ACCT) != 0;
    }

    /** Whether checksums of received packets are looked at. */
    public boolean checksum() {
        return value(ConntrackKnob.CHECKSUM) != 0;
    }

    /** How many connections there may be. */
    public long max() {
        return value(ConntrackKnob.MAX);
    }
}
