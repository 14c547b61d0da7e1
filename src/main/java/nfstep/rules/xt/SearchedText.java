package nfstep.rules.xt;

import java.util.List;

/** The bytes of {@code --hex-string}: {@code libxt_string.c}, {@code parse_hex_string}. */
final class SearchedText {
    private static final int MOST = 128;

    private final StringBuilder bytes = new StringBuilder();
    private final Reading reading;
    private final OptionUse use;

    private SearchedText(Reading reading, OptionUse use) {
        this.reading = reading;
        this.use = use;
    }

    /** The option as it is saved: {@code --string} where all bytes are printable. */
    static OptionUse read(Reading reading, OptionUse use) {
        SearchedText text = new SearchedText(reading, use);
        String[] blocks = use.word().split("\\|", -1);
        for (int i = 0; i < blocks.length; i++) {
            if (i % 2 == 0) {
                text.bytes.append(blocks[i].replaceAll("\\\\(.)", "$1"));
            } else {
                text.hexadecimal(blocks[i].replace(" ", ""));
            }
        }
        return text.use();
    }

    private void hexadecimal(String digits) {
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
            reading.refuse(use, "takes pairs of hexadecimal digits between bars, not " + Quoting.quote(digits));
            return;
        }
        for (int i = 0; i < digits.length(); i += 2) {
            bytes.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
    }

    private OptionUse use() {
        if (bytes.isEmpty() || bytes.length() > MOST) {
            reading.refuse(use, "takes 1 to 128 bytes");
            return use;
        }
        boolean printable =
                bytes.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && bytes.charAt(bytes.length() - 1) != '\\';
        if (printable) {
            return new OptionUse("string", use.inverted(), List.of(bytes.toString()));
        }
        StringBuilder hexadecimal = new StringBuilder("|");
        bytes.chars().forEach(c -> hexadecimal.append(String.format("%02x", c)));
        return new OptionUse(
                "hex-string", use.inverted(), List.of(hexadecimal.append('|').toString()));
    }
}
