package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import nfstep.export.Detail;
import nfstep.export.KernelTrace;
import nfstep.export.TextReport;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.trace.Move;
import nfstep.trace.Position;
import nfstep.trace.Samples;
import nfstep.trace.StepView;
import nfstep.trace.TraceDocument;
import nfstep.trace.Walk;
import nfstep.trace.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTraceTest {
    private static final Limits SMALL = new Limits(100_000, 200_000, 50_000, 1000);
    private static final String START = "{\"format\":\"nfstep-trace\",\"version\":1,\"lab\":{\"name\":\"";

    private final TraceJson json = new TraceJson(new SampleTexts());
    private final String whole = new String(write(TraceDocument.of(Samples.answered())), StandardCharsets.UTF_8);

    @Test
    void a_trace_that_is_cut_off_anywhere_is_refused_in_one_line() throws IOException {
        byte[] bytes = write(TraceDocument.of(RandomWalk.of(1, 120)));
        for (int length = 0; length < bytes.length - 1; length += 97) {
            assertRefused(read(new ByteArrayInputStream(bytes, 0, length)), Code.FORMAT);
        }
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nfstep-trace | other | not an nfstep trace",
                "\"version\":1 | \"version\":2 | version 2 of the format; this nfstep reads version 1",
                "\"version\":1 | \"version\":1e0 | $.version: not a whole number of 64 bits: 1e0",
                "\"version\":1 | \"version\":\"1\" | $.version: a whole number is expected",
                "\"lab\" | \"lap\" | $.lap: \"lab\" is expected here",
                "\"packets\" | \"lab\" | $.lab: \"packets\" is expected here",
                "\"text\":\"ping 10.0.0.2\\n\" | \"name\":\"b\" | $.lab.name: the name is there twice",
                "\"4500 | \"6500 | $.packets[0]",
                "\"4500 | \"zz | $.packets[0]",
                "\"4500 | 7,\"4500 | $.packets[0]: a string is expected",
                "{\"bytes\":0} | {\"bytes\":7} | $.events[3].skb.bytes: there is no packet 7",
                "{\"bytes\":0} | {\"bytes\":-1} | $.events[3].skb.bytes: there is no packet -1",
                "{\"bytes\":0} | {} | $.events[3].skb: \"bytes\" is missing",
                "{\"bytes\":0} | [] | $.events[3].skb: an object is expected",
                "{\"bytes\":0} | {\"bytes\":99999999999999999999} | not a whole number of 64 bits",
                "{\"bytes\":0} | {\"bytes\":9999999999} | $.events[3].skb.bytes: out of range: 9999999999",
                "{\"bytes\":0} | {\"bytes\":0,\"colour\":1} | $.events[3].skb: unknown field \"colour\"",
                "\"e\":\"sent\" | \"e\":\"send\" | $.events[3]: unknown event send",
                "\"e\":\"chain\" | \"e\":\"matched\" | $.events[6]",
                "iptables-restore 0 | iptables-restore 9 | unknown rules: iptables-restore 9",
                "\"rule\":3 | \"rule\":9 | $.events[8]: there is no rule 9 in filter/FORWARD",
                "\"failing\":\"be\" | \"failing\":\"b9999999999\" | more rules than the chain has",
                "\"failing\":\"be\" | \"failing\":\"\" | no rule was passed",
                "\"failing\":\"be\" | \"failing\":\"?\" | no condition before character 1",
                "\"from\":1 | \"from\":0 | rules are counted from 1: 0",
                "\"at\":[\"host\",1] | \"at\":[\"host\"] | $.events[3].at: a list of 2 is expected",
                "\"e\":\"hook\" | \"e\":\"logged\" | $.events[4]",
                "\"to\":1000000000 | \"to\":-5 | time goes back",
                "\"policy\":\"DROP\" | \"policy\":\"drop\" | unknown word drop",
                "\"enabled\":true | \"enabled\":true | ",
                "\"cursor\":[0,0] | \"cursor\":[9999,0] | the cursor is at no step of the walk",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1},\"more\":1 | damaged trace",
                "\"nextBreakpoint\":1}} | \"nextBreakpoint\":1}} {} | damaged trace",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9}]} | ",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9,\"same\":[[0,9]]}]} | ",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9,\"same\":[[0,10]]}]} | $.session.checks[0]: not a run of events",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9,\"same\":[[3,2],[4,1]]}]} | $.session.checks[0]: not a run of events",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9,\"same\":[[3,0]]}]} | no run of events",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9,\"same\":[[2147483647,2147483647]]}]} | not a run of events",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"bpf\",\"agreed\":1,\"total\":1,\"events\":9}]} | $.session.checks[0].backend: unknown word bpf",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":2,\"total\":1,\"events\":9}]} | a check of more than there is",
                "\"nextBreakpoint\":1} | \"nextBreakpoint\":1,\"checks\":[{\"kernel\":\"6.1\",\"backend\":\"legacy\",\"agreed\":1,\"total\":1,\"events\":9999}]} | a check of 9999 events",
                "\"events\":[ | \"events\":[,| damaged trace: $.events",
                "\"events\":[ | \"events\":[NaN,| damaged trace: $.events",
                "\"events\":[ | 'events':[ | damaged trace: $",
                "\"a.lab\" | \"a\\ud800.lab\" | "
            })
    void a_damaged_place_is_named(String from, String to, String message) throws IOException {
        String text =
                whole.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        Parsed<TraceDocument> parsed = read(bytes(text));
        if (message == null) {
            assertThat(parsed.ok()).as(parsed.render()).isTrue();
        } else {
            assertRefused(parsed, Code.FORMAT);
            assertThat(parsed.render()).contains(message);
        }
    }

    @Test
    void a_damaged_place_has_its_line() throws IOException {
        Parsed<TraceDocument> parsed = read(bytes(whole.replace("\"rule\":5", "\"rule\":\"5\"")));
        assertThat(parsed.render())
                .startsWith("a.json:22:")
                .endsWith(": damaged trace: $.events[15].rule: a whole number is expected");
    }

    @Test
    void what_is_no_trace_is_refused() throws IOException {
        for (String text : List.of(
                "", " ", "[]", "{}", "null", "#!/bin/sh", "\u0000\u0001", "*filter\nCOMMIT\n", "{\"format\":1}")) {
            assertRefused(read(bytes(text)), Code.FORMAT);
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        assertRefused(
                read(new ByteArrayInputStream(new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff})), Code.FORMAT);
        assertRefused(read(new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})), Code.FORMAT);
    }

    @ParameterizedTest(name = "behind {0}")
    @ValueSource(strings = {"", "{\"format\":", START, "{\"format\":\"nfstep-trace\",\"version\":1,\"lab\":"})
    void a_hundred_thousand_brackets_do_no_harm(String before) throws IOException {
        String after = before.equals(START) ? "a\",\"text\":" : "";
        assertRefused(read(bytes(before + after + "[".repeat(100_000))), Code.FORMAT);
        assertRefused(read(bytes(before + after + "{\"a\":".repeat(100_000))), Code.FORMAT);
    }

    @ParameterizedTest(name = "{1} without end")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                START + "| a",
                "{\"format\":\"nfstep-trace\",\"version\":1,\"lab\":{\"name\":\"\",\"text\":\"\"},\"packets\":["
                        + "| \"4500001c00000000400166de0a0000010a0100020800f7f700070001\",",
                "{\"format\":\"nfstep-trace\",\"version\":1,\"lab\":{\"name\":\"\",\"text\":\"\"},\"packets\":[],\"events\":["
                        + "| {\"e\":\"printed\",\"text\":\"\"},",
                "{\"format\":\"nfstep-trace\",\"version\":1,\"lab\":{\"name\":\"\",\"text\":\"\"},\"packets\":[],\"events\":["
                        + "| [0],",
                "{ | `\t `"
            })
    void a_file_without_an_end_is_refused_at_its_limit(String start, String more) throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                new Endless(more.getBytes(StandardCharsets.UTF_8)));
        Parsed<TraceDocument> parsed = json.read(endless, "a.json", SMALL);
        assertThat(parsed.ok()).isFalse();
        assertThat(parsed.render()).doesNotContain("\n");
    }

    @Test
    void a_small_file_that_unpacks_to_a_large_one_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[0]);
            byte[] blanks = new byte[100_000];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                out.write(blanks);
            }
        }
        Limits limits = new Limits(100_000, 200_000, 10_000_000, 10);
        Parsed<TraceDocument> parsed = json.read(new ByteArrayInputStream(packed.toByteArray()), "a.json", limits);
        assertRefused(parsed, Code.LIMIT);
        assertThat(parsed.render()).contains("the unpacked file is larger than 200000 bytes");
    }

    @Test
    void escape_sequences_are_kept_and_never_told_raw() throws IOException {
        String hostile = "\\u001b[2J\\u009b31m\\u202e";
        String event = whole.replace("\"e\":\"sent\"", "\"e\":\"" + hostile + "\"");
        assertThat(read(bytes(event)).render()).contains("\\x1b[2J").doesNotContain("\u001b", "\u009b", "\u202e");
        TraceDocument kept = read(bytes(whole.replace("policy DROP", hostile))).orElseThrow();
        assertThat(new String(write(kept), StandardCharsets.UTF_8))
                .contains(hostile)
                .doesNotContain("\u001b", "\u009b", "\u202e");
        TextReport.of(
                kept.walk(), Detail.VERBOSE, line -> assertThat(line).doesNotContain("\u001b", "\u009b", "\u202e"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_trace_with_changed_bytes_is_refused_or_can_be_walked(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] original = write(TraceDocument.of(RandomWalk.of(seed, 80)));
        for (int i = 0; i < 120; i++) {
            byte[] bytes = original.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) "0123456789abcdef\"{}[],:-truenull \\ux".charAt(random.nextInt(35));
            Parsed<TraceDocument> parsed = read(new ByteArrayInputStream(bytes));
            if (parsed.ok()) {
                walkThrough(parsed.orElseThrow().walk());
            } else {
                assertRefused(parsed, Code.FORMAT);
            }
        }
    }

    private static void walkThrough(Walk walk) {
        TextReport.of(walk, Detail.VERBOSE, line -> {});
        TextReport.of(walk, Detail.SUMMARY, line -> {});
        KernelTrace.ofAll(walk, line -> {});
        for (Position p = walk.first();
                walk.next(p).isPresent();
                p = walk.next(p).orElseThrow()) {
            StepView.of(walk, p);
            Move.OVER_JUMP.from(walk, p, Way.FORWARD);
            Move.OUT_OF_CHAIN.from(walk, p, Way.BACK);
        }
    }

    private static void assertRefused(Parsed<TraceDocument> parsed, Code code) {
        assertThat(parsed.ok()).isFalse();
        assertThat(parsed.diagnostics())
                .singleElement()
                .extracting(d -> d.code())
                .isEqualTo(code);
        assertThat(parsed.render()).startsWith("a.json:").doesNotContain("\n").hasSizeLessThan(500);
    }

    private Parsed<TraceDocument> read(InputStream in) throws IOException {
        return json.read(in, "a.json");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] write(TraceDocument trace) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            json.write(trace, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same bytes again and again. */
    private static final class Endless extends InputStream {
        private final byte[] bytes;
        private int at;

        Endless(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            at = at == bytes.length ? 1 : at + 1;
            return bytes[at - 1];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                into[from + i] = (byte) read();
            }
            return length;
        }
    }
}
