package nfstep.lab.fuzz;

import java.util.List;

/** What packets of other protocols carry, as the words of {@code send}. */
final class Payloads {
    static final int SPI = 256;
    static final int CPI = 25;

    private static final String PORTS = "\\x0f\\xa0\\0\\x50";

    private final Draw draw;

    Payloads(Draw draw) {
        this.draw = draw;
    }

    /** A protocol's number. */
    int protocol() {
        return draw.of(47, 47, 132, 132, 132, 50, 51, 108, 33, 136, 99, 4, 2);
    }

    /** The last words of a {@code send} of that protocol. */
    String of(int protocol) {
        return draw.chance(15) ? "len " + draw.of(0, 4, 8, 20) : "data '" + data(protocol) + "'";
    }

    private String data(int protocol) {
        return switch (protocol) {
            case 47 ->
                draw.of(
                        "\\0\\0\\x08\\0xxxx",
                        "\\x20\\0\\x08\\0\\0\\0\\0\\x05xxxx",
                        "\\x30\\x01\\x88\\x0b\\0\\x04\\0\\x07\\0\\0\\0\\x01xxxx",
                        "\\x80\\0\\x08\\0\\0\\0\\0\\0xxxx");
            case 132 -> PORTS + tag() + "\\0\\0\\0\\0" + chunk() + (draw.chance(20) ? chunk() : "");
            case 50 -> "\\0\\0\\x01\\0\\0\\0\\0\\x01xxxxxxxx";
            case 51 -> "\\x11\\x04\\0\\0\\0\\0\\x01\\0\\0\\0\\0\\x01xxxxxxxxxxxxxxxx";
            case 108 -> "\\x11\\0\\0\\x19xxxxxxxx";
            case 33 ->
                PORTS + "\\x05\\0\\0\\0" + draw.of("\\x01", "\\x03", "\\x05")
                        + "\\0\\0\\0\\0\\0\\0\\x01\\0\\0\\0\\0xxxx";
            case 136 -> PORTS + "\\0\\0\\0\\0" + draw.of("", "xxxx");
            default -> "xxxxxxxxxxxxxxxxxxxx";
        };
    }

    private String tag() {
        return draw.of("\\0\\0\\0\\0", "\\0\\0\\0\\x07", "\\0\\0\\0\\x09");
    }

    /** DATA, INIT, INIT ACK, SACK, HEARTBEAT, its answer, ABORT, SHUTDOWN and what belongs to it, ERROR, COOKIE. */
    private String chunk() {
        List<String> bodies = List.of(
                "\\0\\x03\\0\\x14\\0\\0\\0\\x01\\0\\0\\0\\0\\0\\0\\0\\0xxxx",
                "\\x01\\0\\0\\x14\\0\\0\\0\\x07\\0\\0\\x20\\0\\0\\x01\\0\\x01\\0\\0\\0\\x01",
                "\\x02\\0\\0\\x14\\0\\0\\0\\x09\\0\\0\\x20\\0\\0\\x01\\0\\x01\\0\\0\\0\\x01",
                "\\x03\\0\\0\\x10\\0\\0\\0\\x01\\0\\0\\x20\\0\\0\\0\\0\\0",
                "\\x04\\0\\0\\x08xxxx",
                "\\x05\\0\\0\\x08xxxx",
                "\\x06" + draw.of("\\0", "\\x01") + "\\0\\x04",
                "\\x07\\0\\0\\x08\\0\\0\\0\\x01",
                "\\x08\\0\\0\\x04",
                "\\x09\\0\\0\\x04",
                "\\x0a\\0\\0\\x08xxxx",
                "\\x0b\\0\\0\\x04",
                "\\x0e" + draw.of("\\0", "\\x01") + "\\0\\x04");
        return draw.one(bodies);
    }
}
