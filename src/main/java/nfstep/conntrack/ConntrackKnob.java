package nfstep.conntrack;

import java.util.Locale;
import java.util.Optional;

/** A setting {@code net.netfilter.nf_conntrack_*} that changes a walk, with the kernel's default; times in seconds. */
public enum ConntrackKnob {
    ACCT(0),
    CHECKSUM(1),
    MAX(262_144),
    GENERIC_TIMEOUT(600),
    GRE_TIMEOUT(30),
    GRE_TIMEOUT_STREAM(180),
    ICMP_TIMEOUT(30),
    ICMPV6_TIMEOUT(30),
    LOG_INVALID(0),
    SCTP_TIMEOUT_CLOSED(10),
    SCTP_TIMEOUT_COOKIE_ECHOED(3),
    SCTP_TIMEOUT_COOKIE_WAIT(3),
    SCTP_TIMEOUT_ESTABLISHED(210),
    SCTP_TIMEOUT_HEARTBEAT_SENT(30),
    SCTP_TIMEOUT_SHUTDOWN_ACK_SENT(3),
    SCTP_TIMEOUT_SHUTDOWN_RECD(3),
    SCTP_TIMEOUT_SHUTDOWN_SENT(3),
    TCP_BE_LIBERAL(0),
    TCP_IGNORE_INVALID_RST(0),
    TCP_LOOSE(1),
    TCP_MAX_RETRANS(3),
    TCP_TIMEOUT_CLOSE(10),
    TCP_TIMEOUT_CLOSE_WAIT(60),
    TCP_TIMEOUT_ESTABLISHED(432_000),
    TCP_TIMEOUT_FIN_WAIT(120),
    TCP_TIMEOUT_LAST_ACK(30),
    TCP_TIMEOUT_MAX_RETRANS(300),
    TCP_TIMEOUT_SYN_RECV(60),
    TCP_TIMEOUT_SYN_SENT(120),
    TCP_TIMEOUT_TIME_WAIT(120),
    TCP_TIMEOUT_UNACKNOWLEDGED(300),
    UDP_TIMEOUT(30),
    UDP_TIMEOUT_STREAM(120);

    private static final String PREFIX = "nf_conntrack_";

    private final long kernelDefault;

    ConntrackKnob(long kernelDefault) {
        this.kernelDefault = kernelDefault;
    }

    /** The knob with that last part of a name: {@code nf_conntrack_udp_timeout} or {@code udp_timeout}. */
    public static Optional<ConntrackKnob> named(String name) {
        String suffix = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (ConntrackKnob knob : values()) {
            if (knob.suffix().equals(suffix)) {
                return Optional.of(knob);
            }
        }
        return Optional.empty();
    }

    /** Its value in a namespace where nobody set it. */
    public long kernelDefault() {
        return kernelDefault;
    }

    /** The file's name below {@code /proc/sys/net/netfilter}. */
    public String fileName() {
        return PREFIX + suffix();
    }

    /** The name that sysctl(8) knows it by. */
    public String sysctl() {
        return "net.netfilter." + fileName();
    }

    private String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
