package nfstep.lab.command;

/**
 * What traceroute is told to do.
 *
 * @param written the address as the user wrote it
 * @param icmp echo requests instead of datagrams: {@code -I}
 * @param port of the first datagram, or the number of the first echo request
 * @param numeric addresses get no names: {@code -n}
 */
record TraceWish(
        Way.Wish way,
        String written,
        boolean icmp,
        int port,
        Hops hops,
        Shape shape,
        Waiting waiting,
        boolean numeric) {
    /**
     * How far it looks.
     *
     * @param probes for each hop
     * @param together how many are on the way at the same time: {@code -N}
     */
    record Hops(int first, int last, int probes, int together) {}

    /**
     * What the probes are like.
     *
     * @param length of the whole packet, in bytes
     * @param whole routers may not break it to pieces: {@code -F}
     */
    record Shape(int length, boolean whole) {}

    /**
     * How long an answer is waited for, in nanoseconds.
     *
     * @param impatient as soon as another answer of the same or a later hop is there, no longer; nothing takes any time in
     *     a lab
     */
    record Waiting(long longest, boolean impatient) {}
}
