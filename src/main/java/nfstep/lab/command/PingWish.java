package nfstep.lab.command;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.Namespace;

/**
 * What ping is told to do.
 *
 * @param written the address as the user wrote it
 */
record PingWish(Way.Wish way, String written, Pace pace, Probe probe, Telling telling) {
    /** With the address that is reached, as ping learns it from its socket. */
    PingWish reached(Namespace host) {
        return new PingWish(way.reached(host), written, pace, probe, telling);
    }

    /**
     * When requests are sent, in nanoseconds.
     *
     * @param count how many, at most
     * @param interval between two of them
     * @param linger how long the last answer is waited for if none came
     * @param deadline after which all is over; {@link #NEVER} if there is none
     */
    record Pace(int count, long interval, long linger, long deadline) {
        static final long NEVER = Long.MAX_VALUE / 2;

        boolean hasDeadline() {
            return deadline < NEVER;
        }
    }

    /**
     * What the requests are like.
     *
     * @param size of the payload, in bytes
     * @param ttl none for the host's own
     * @param id none for one that is drawn
     * @param discovery what is done about the MTU
     */
    record Probe(int size, OptionalInt ttl, OptionalInt id, Discovery discovery) {
        /** Whether the payload has room for the time that it was sent at: {@code struct timeval}. */
        boolean timed() {
            return size >= 16;
        }
    }

    /** {@code -M}: ip(7), {@code IP_MTU_DISCOVER}. */
    enum Discovery {
        /** Never in pieces. */
        DO,
        /** In pieces if it must be. */
        WANT,
        /** Routers may break it to pieces. */
        DONT;

        static Optional<Discovery> of(String word) {
            return switch (word) {
                case "do" -> Optional.of(DO);
                case "want" -> Optional.of(WANT);
                case "dont" -> Optional.of(DONT);
                default -> Optional.empty();
            };
        }
    }

    /**
     * What is printed.
     *
     * @param quiet only the beginning and the end
     * @param outstanding also that an answer is late
     * @param broadcast everybody may be asked
     */
    record Telling(boolean quiet, boolean outstanding, boolean broadcast) {}
}
