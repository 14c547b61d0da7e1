package nfstep.rules;

/**
 * Whose socket of this namespace sends a packet: {@code skb_to_full_sk}, {@code sk->sk_socket->file}.
 *
 * @param uid the user of the program, 32 bits without sign; 0 where there is no program
 * @param gid its group
 */
public record Owner(Kind kind, int uid, int gid) {
    /** What kind of socket it is. */
    public enum Kind {
        /** None: the packet came in by a device, or the socket was closed. */
        NOBODY,
        /** One of the kernel's own, without a file, which sends echo replies, ICMP errors and RSTs. */
        KERNEL,
        /** A listener that answers a SYN before there is a connection: {@code struct request_sock}. No log names its user. */
        LISTENER,
        /** One that a program opened. */
        PROGRAM
    }

    /** There is no socket. */
    public static final Owner NOBODY = new Owner(Kind.NOBODY, 0, 0);
    /** A socket of the kernel. */
    public static final Owner KERNEL = new Owner(Kind.KERNEL, 0, 0);
    /** A listener of a program that runs as root. */
    public static final Owner LISTENER = new Owner(Kind.LISTENER, 0, 0);
    /** A socket of a program that runs as root. */
    public static final Owner ROOT = program(0, 0);

    public Owner {
        if (kind != Kind.PROGRAM && (uid != 0 || gid != 0)) {
            throw new IllegalArgumentException("no program, but user " + uid + " and group " + gid);
        }
    }

    /** A socket of a program of that user and group. */
    public static Owner program(int uid, int gid) {
        return new Owner(Kind.PROGRAM, uid, gid);
    }

    /** Whether a program sends by the socket. */
    public boolean isProgram() {
        return kind == Kind.PROGRAM;
    }
}
