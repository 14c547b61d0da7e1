package nfstep.rules;

/**
 * The places of the IP stack where netfilter functions are called: {@code enum nf_inet_hooks}.
 *
 * <pre>
 *  in -> PREROUTING -> route -> FORWARD -> POSTROUTING -> out
 *                        |                     ^
 *                      INPUT     route -> OUTPUT
 *                        v         ^
 *                       local process
 * </pre>
 */
public enum Hook {
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING;

    /** Whether the routing decision was made before this hook, so that an output device is known. */
    public boolean hasOutput() {
        return this == FORWARD || this == OUTPUT || this == POSTROUTING;
    }

    /** Whether packets come to this hook from a device. */
    public boolean hasInput() {
        return this == PREROUTING || this == INPUT || this == FORWARD;
    }
}
