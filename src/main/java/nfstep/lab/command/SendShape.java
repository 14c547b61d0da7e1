package nfstep.lab.command;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nfstep.packet.Bytes;
import nfstep.packet.Fragments;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.parse.Word;
import nfstep.source.Code;

/** What {@code send} does with a packet that is made: a part of it alone, a wrong checksum, a frame around it. */
record SendShape(CommandLine line, Map<String, Word> texts, boolean wrongChecksum) {
    private static final int MOST_OPTIONS = 40;
    private static final int MOST_BYTES = 1400;

    /** The packet as it is to be sent. */
    Packet shaped(Packet packet) {
        Packet cut = texts.containsKey("frag") ? part(packet, texts.get("frag")) : packet;
        if (!wrongChecksum) {
            return cut;
        }
        if (device().isEmpty()) {
            String why = "a raw socket makes the header checksum right";
            throw line.problem(Code.BAD_VALUE, line.name(), why, "let it arrive by a device: in DEV");
        }
        return cut.withWrongHeaderChecksum();
    }

    /** The device that it arrives by. */
    Optional<Word> device() {
        return Optional.ofNullable(texts.get("in"));
    }

    /** The link-layer address of the frame, where it is not the device's own. */
    Optional<MacAddress> target() {
        Word word = texts.get("to");
        if (word == null) {
            return Optional.empty();
        }
        if (device().isEmpty()) {
            String why = "'to' is the address of a frame";
            throw line.problem(Code.BAD_VALUE, word, why, "let it arrive by a device: in DEV");
        }
        return Optional.of(MacAddress.parse(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE, word, "not a link-layer address: " + word.text(), "write ff:ff:ff:ff:ff:ff")));
    }

    /** {@code frag 0-800}: those bytes of what the packet carries. */
    private Packet part(Packet packet, Word word) {
        String[] ends = word.text().split("-", -1);
        boolean numbers = ends.length == 2 && Arrays.stream(ends).allMatch(e -> e.matches("[0-9]{1,5}"));
        int from = numbers ? Integer.parseInt(ends[0]) : 0;
        int to = numbers ? Integer.parseInt(ends[1]) : 0;
        int length = packet.transportLength();
        boolean whole = to == length || to % Fragments.UNIT == 0;
        if (!packet.isIpv4() || from >= to || to > length || from % Fragments.UNIT != 0 || !whole) {
            throw line.problem(
                    Code.BAD_VALUE,
                    word,
                    "no fragment: " + word.text(),
                    "write the first and the end of its bytes, such as 0-800, of the " + length
                            + " behind the IP header;"
                            + " a fragment begins at a multiple of 8, and ends at one if it is not the last");
        }
        return Fragments.part(packet, from, to);
    }

    /** What follows the IP header in hexadecimal digits. */
    static Bytes upper(CommandLine line, Word word) {
        return hex(word, MOST_BYTES)
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "not bytes: " + word.text(),
                        "write at most " + MOST_BYTES + " of them in hexadecimal, such as 0001003500080000 (UDP)"));
    }

    private static Optional<Bytes> hex(Word word, int most) {
        boolean digits = word.text().matches("([0-9a-fA-F]{2})+") && word.text().length() <= 2 * most;
        return digits ? Optional.of(Bytes.ofHex(word.text())) : Optional.empty();
    }

    /** Options of the IP header in hexadecimal digits, filled up with zeros. */
    static Bytes options(CommandLine line, Word word) {
        byte[] bytes = hex(word, MOST_OPTIONS)
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "not IP options: " + word.text(),
                        "write at most 40 bytes in hexadecimal, such as 0707040000000000 (record route)"))
                .toArray();
        return Bytes.of(Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4));
    }
}
