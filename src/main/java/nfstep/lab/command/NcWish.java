package nfstep.lab.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.packet.Services;

/**
 * What nc is told to do as a client.
 *
 * @param ports tried one after the other
 * @param data its input
 */
record NcWish(
        Way.Wish way, List<Integer> ports, Optional<Integer> sourcePort, Ending ending, Manner manner, String data) {
    NcWish {
        ports = List.copyOf(ports);
    }

    /**
     * When it ends by itself, in nanoseconds.
     *
     * @param idle {@code -w}: how long it waits for a connection, and for anything to happen on it
     * @param quit {@code -q}: how long it stays after the end of its input
     * @param shuts {@code -N}: the end of its input is told to the far end
     */
    record Ending(OptionalLong idle, OptionalLong quit, boolean shuts) {}

    /** Whether it only looks ({@code -z}), tells ({@code -v}), and gives ports no names ({@code -n}). */
    record Manner(boolean udp, boolean scan, boolean verbose, boolean numeric) {
        String protocol() {
            return udp ? "udp" : "tcp";
        }

        /** {@code [tcp/http]}. */
        String service(int port) {
            Optional<String> name = numeric ? Optional.empty() : Services.name(port, protocol());
            return "[" + protocol() + "/" + name.orElse("*") + "]";
        }
    }

    byte[] bytes() {
        return data.getBytes(StandardCharsets.UTF_8);
    }

    /** The source port as the system call takes it. */
    OptionalInt boundPort() {
        return sourcePort.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
