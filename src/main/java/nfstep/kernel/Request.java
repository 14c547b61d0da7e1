package nfstep.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nfstep.rules.Backend;

/**
 * What the sandbox is asked to do, as a line of the protocol that {@code sandbox/protocol.py} describes.
 *
 * @param verb one of its requests
 * @param words texts in hexadecimal, numbers as they are
 */
record Request(String verb, List<String> words) {
    Request {
        words = List.copyOf(words);
    }

    private static Request of(String verb, String... words) {
        return new Request(verb, List.of(words));
    }

    /** Makes the namespace {@code host}; each setting reads {@code NAME=VALUE}. */
    static Request begin(Backend backend, List<String> settings) {
        return of("begin", backend.word()).plus(settings);
    }

    /** Runs a command with that input for so many seconds at most. */
    static Request run(String namespace, String input, long seconds, List<String> command) {
        return new Request("run", List.of(hex(namespace), hex(input), Long.toString(seconds))).plus(command);
    }

    /** Starts a server. */
    static Request serve(String namespace, List<String> command) {
        return of("serve", hex(namespace)).plus(command);
    }

    /** Ends the servers of a port. */
    static Request fuser(String namespace, String protocol, String port) {
        return of("fuser", hex(namespace), protocol, port);
    }

    /** Lets the next sockets of a namespace that ask for any port have this one; 0 for any again. */
    static Request port(String namespace, int port) {
        return of("port", hex(namespace), Integer.toString(port));
    }

    /** Sends a packet from a raw socket with that mark. */
    static Request raw(String namespace, int mark, byte[] packet) {
        return of("raw", hex(namespace), Integer.toString(mark), hex(packet));
    }

    /** Sends a packet by a device as a frame to {@code NS/DEV} or to a link-layer address. */
    static Request frame(String namespace, String device, String target, byte[] packet) {
        return of("frame", hex(namespace), hex(device), hex(target), hex(packet));
    }

    /** Lets time pass. */
    static Request pause(String seconds) {
        return of("wait", seconds);
    }

    /** Lists the connections of a namespace. */
    static Request connections(String namespace) {
        return of("connections", hex(namespace));
    }

    private Request plus(List<String> command) {
        List<String> all = new ArrayList<>(words);
        command.forEach(word -> all.add(hex(word)));
        return new Request(verb, all);
    }

    /** Whether it sends a packet from a raw socket. */
    boolean isRaw() {
        return verb.equals("raw");
    }

    /** Whether it only makes ready for the one that comes behind it. */
    boolean isPreparation() {
        return verb.equals("port");
    }

    /** The line that asks for it. */
    String line() {
        return verb + " " + String.join(" ", words) + "\n";
    }

    static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return bytes.length == 0 ? "-" : HexFormat.of().formatHex(bytes);
    }
}
