package nfstep.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.TcpOptions.SackBlock;

/** TCP options as tcpdump prints them: {@code print-tcp.c}, {@code tcp_print}. */
final class TcpOptionsText {
    private static final Pattern WORD = Pattern.compile("(nop|eol|sackOK)|mss (\\d{1,5})|wscale (\\d{1,3})"
            + "|TS val (\\d{1,10}) ecr (\\d{1,10})|sack [1-4] ((?:\\{\\d{1,10}:\\d{1,10}})+)"
            + "|unknown-(\\d{1,3})(?: 0x((?:[0-9a-f]{2})+))?");
    private static final Pattern BLOCK = Pattern.compile("\\{(\\d+):(\\d+)}");

    private TcpOptionsText() {}

    static String print(TcpOptions options) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < options.raw().length() && options.raw().at(at) != TcpOptions.END) {
            words.add(word(options, at));
            at = options.next(at);
        }
        if (at < options.raw().length()) {
            words.add("eol");
        }
        return String.join(",", words);
    }

    static Optional<TcpOptions> parse(String text) {
        Optional<TcpOptions> options = Optional.of(TcpOptions.NONE);
        if (text.isEmpty()) {
            return options;
        }
        for (String word : text.split(",", -1)) {
            Matcher matcher = WORD.matcher(word);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            options = options.flatMap(some -> fitting(plus(some.raw(), matcher)));
        }
        return options;
    }

    private static Optional<TcpOptions> fitting(Optional<Bytes> raw) {
        return raw.filter(it -> it.length() <= TcpOptions.MOST).map(TcpOptions::new);
    }

    private static Optional<Bytes> plus(Bytes raw, Matcher word) {
        TcpOptions one = TcpOptions.NONE;
        if (word.group(1) != null) {
            one = switch (word.group(1)) {
                case "nop" -> one.withNop();
                case "eol" -> one.withEnd();
                default -> one.withSackPermitted();
            };
        } else if (word.group(2) != null && number(word, 2) <= 0xffff) {
            one = one.withMss((int) number(word, 2));
        } else if (word.group(3) != null && number(word, 3) <= 0xff) {
            one = one.withWindowScale((int) number(word, 3));
        } else if (word.group(4) != null && isWord(word, 4) && isWord(word, 5)) {
            one = one.withTimestamps(number(word, 4), number(word, 5));
        } else if (word.group(6) != null) {
            one = one.withSack(blocks(word.group(6)));
        } else if (word.group(7) != null && number(word, 7) <= 0xff) {
            return Optional.of(raw.plus(unknown(word)));
        } else {
            return Optional.empty();
        }
        return Optional.of(raw.plus(one.raw().toArray()));
    }

    private static byte[] unknown(Matcher word) {
        byte[] data =
                word.group(8) == null ? new byte[0] : Bytes.ofHex(word.group(8)).toArray();
        byte[] head = {(byte) number(word, 7), (byte) (2 + data.length)};
        return Bytes.of(head).plus(data).toArray();
    }

    private static List<SackBlock> blocks(String text) {
        List<SackBlock> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new SackBlock(number(block, 1), number(block, 2)));
        }
        return blocks;
    }

    private static long number(Matcher word, int group) {
        return Long.parseLong(word.group(group));
    }

    private static boolean isWord(Matcher word, int group) {
        return number(word, group) <= 0xffff_ffffL;
    }

    private static String word(TcpOptions options, int at) {
        int length = options.lengthAt(at);
        return switch (length == 0 ? -1 : options.raw().at(at)) {
            case -1 -> "bad opt";
            case TcpOptions.NOP -> "nop";
            case TcpOptions.MSS -> length == 4 ? "mss " + options.u16(at + 2) : unknown(options, at);
            case TcpOptions.WINDOW_SCALE ->
                length == 3 ? "wscale " + options.raw().at(at + 2) : unknown(options, at);
            case TcpOptions.SACK_PERMITTED -> length == 2 ? "sackOK" : unknown(options, at);
            case TcpOptions.SACK -> length > 2 && length % 8 == 2 ? sack(options, at) : unknown(options, at);
            case TcpOptions.TIMESTAMPS ->
                length == 10 ? "TS val " + options.u32(at + 2) + " ecr " + options.u32(at + 6) : unknown(options, at);
            default -> unknown(options, at);
        };
    }

    private static String sack(TcpOptions options, int at) {
        int end = at + options.lengthAt(at);
        StringBuilder out = new StringBuilder("sack ").append((end - at) / 8).append(' ');
        for (int i = at + 2; i < end; i += 8) {
            out.append('{')
                    .append(options.u32(i))
                    .append(':')
                    .append(options.u32(i + 4))
                    .append('}');
        }
        return out.toString();
    }

    private static String unknown(TcpOptions options, int at) {
        String data = options.raw().hex().substring(2 * at + 4, 2 * (at + options.lengthAt(at)));
        return "unknown-" + options.raw().at(at) + (data.isEmpty() ? "" : " 0x" + data);
    }
}
