package nfstep.lab.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;

/** What curl is told to do. */
record CurlWish(Target target, Optional<IpAddress> source, OptionalInt sourcePort, Patience patience, Telling telling) {
    private static final int HTTP = 80;

    /**
     * What is asked for.
     *
     * @param head only the headers
     * @param headers more of the request's own, {@code Name: value}
     */
    record Target(String host, IpAddress address, int port, String path, boolean head, List<String> headers) {
        Target {
            headers = List.copyOf(headers);
        }

        /** The request, its lines without their ends. */
        List<String> request() {
            List<String> lines = new java.util.ArrayList<>();
            lines.add((head ? "HEAD " : "GET ") + path + " HTTP/1.1");
            if (!names("host")) {
                lines.add("Host: " + host + (port == HTTP ? "" : ":" + port));
            }
            if (!names("user-agent")) {
                lines.add("User-Agent: curl/7.88.1");
            }
            if (!names("accept")) {
                lines.add("Accept: */*");
            }
            lines.addAll(headers);
            return lines;
        }

        private boolean names(String name) {
            return headers.stream().anyMatch(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        }

        byte[] bytes() {
            return (String.join("\r\n", request()) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** How long everything and the connection may take, in nanoseconds. */
    record Patience(long all, long connecting) {
        static final long ENDLESS = Long.MAX_VALUE / 2;

        long shorter() {
            return Math.min(all, connecting);
        }
    }

    /**
     * What is printed.
     *
     * @param errors whether failures are told: not with {@code -s} alone
     * @param verbose the whole dialog
     * @param discards the page is thrown away: {@code -o /dev/null}
     * @param format printed behind the end: {@code -w}
     */
    record Telling(boolean errors, boolean verbose, boolean discards, String format) {}
}
