package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nfstep.tui.Key;
import nfstep.tui.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
    private static final String CORPUS =
            "\033[200~b filter\rq\033[201~j\033[<0;150;45M\033[<0;150;45m\033[<64;10;5M\033[I"
                    + "\033[27u\033[27;5;13~\033[?1;2c\033]11;rgb:0000/0000/0000\007\033P>|tmux 3.3a\033\\\033[A\033[15;2~\033OP"
                    + "\033[24;80R\033_G0\033\\\033[M !!\033[[C\033[?2026;2$yxé\033[1;5Ck";
    private static final List<String> MEANING = List.of(
            "Paste[text=b filter\nq]",
            "j",
            "Mouse[action=PRESS, x=149, y=44]",
            "Mouse[action=RELEASE, x=149, y=44]",
            "Mouse[action=WHEEL_UP, x=9, y=4]",
            "Up",
            "S-F5",
            "F1",
            "F3",
            "x",
            "é",
            "C-Right",
            "k");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "s, s",
        "S, S",
        "' ', Space",
        "'\r', Enter",
        "'\n', Enter",
        "'\t', Tab",
        "'\u007f', Backspace",
        "'\b', Backspace",
        "'\u0000', C-Space",
        "'\u0003', C-c",
        "'\f', C-l",
        "'\u001a', C-z",
        "'\u001c', C-\\",
        "'\u001f', C-_",
        "'\u001b[A', Up",
        "'\u001bOA', Up",
        "'\u001b[1;5B', C-Down",
        "'\u001b[1;2C', S-Right",
        "'\u001b[H', Home",
        "'\u001b[1~', Home",
        "'\u001b[4~', End",
        "'\u001b[5~', PgUp",
        "'\u001b[6~', PgDn",
        "'\u001b[2~', Ins",
        "'\u001b[3~', Del",
        "'\u001b[Z', S-Tab",
        "'\u001bOP', F1",
        "'\u001bOR', F3",
        "'\u001b[R', F3",
        "'\u001b[1;2R', S-F3",
        "'\u001b[13~', F3",
        "'\u001b[[E', F5",
        "'\u001b[24~', F12",
        "'\u001b[19;2~', S-F8",
        "'\u001bx', M-x",
        "'\u001b\u0001', C-M-a",
        "'\u001b\u001b[A', M-Up",
        "中, 中"
    })
    void a_key_arrives_under_its_name(String sent, String key) {
        assertThat(decoded(sent)).containsExactly(key);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[?1;2c",
                "[>0;276;0c",
                "[27u",
                "[97;5u",
                "[27;5;13~",
                "[I",
                "[O",
                "[24;80R",
                "[?2026;2$y",
                "[8;24;80t",
                "[<0;1M",
                "[<999999;1;1M",
                "[<0;1;1;1M",
                "[<M",
                "[201~",
                "[99~",
                "[E",
                "[M !!",
                "]11;rgb:0/0/0\007",
                "]52;c;cQ==\033\\",
                "P1$r0m\033\\",
                "P>|XTerm(367)\033\\",
                "_Gi=1;OK\033\\",
                "^private\033\\",
                "Xsos\033\\",
                "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28A"
            })
    void an_answer_or_unknown_sequence_is_no_key(String rest) {
        assertThat(decoded("\033" + rest + "k")).containsExactly("k");
    }

    @Test
    void a_mixture_is_taken_apart() {
        assertThat(decoded(CORPUS)).containsExactlyElementsOf(MEANING);
    }

    @Test
    void it_means_the_same_wherever_the_network_cuts_it() {
        byte[] bytes = CORPUS.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Input arrivals = new Input();
            arrivals.bytes(Arrays.copyOfRange(bytes, 0, cut));
            arrivals.pause();
            arrivals.bytes(Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(arrivals.names).as("cut at byte %d", cut).containsExactlyElementsOf(MEANING);
        }
    }

    @Test
    void it_means_the_same_byte_by_byte() {
        Input arrivals = new Input();
        for (byte b : CORPUS.getBytes(StandardCharsets.UTF_8)) {
            arrivals.bytes(new byte[] {b});
            arrivals.pause();
        }
        assertThat(arrivals.names).containsExactlyElementsOf(MEANING);
    }

    @ParameterizedTest(name = "''{1}''")
    @CsvSource({
        "'\u001b', Esc",
        "'\u001b\u001b', Esc|Esc",
        "'\u001b\u001b\u001b', Esc|Esc|Esc",
        "'\u001b[', M-[",
        "'\u001bO', M-O",
        "'\u001b]', M-]",
        "'\u001bP', M-P",
        "'\u001b[1;', ''"
    })
    void what_nothing_follows_is_a_key(String sent, String keys) {
        Input arrivals = new Input();
        arrivals.text(sent);
        arrivals.decoder.giveUp();
        arrivals.text("");
        assertThat(String.join("|", arrivals.names)).isEqualTo(keys);
    }

    @ParameterizedTest(name = "after {0}")
    @ValueSource(strings = {"[12", "]0;title", "P", "O", "_x"})
    void an_interrupt_is_never_swallowed(String rest) {
        assertThat(decoded("\033" + rest + "\003k")).containsExactly("C-c", "k");
    }

    @Test
    void a_new_sequence_ends_one_that_was_cut_off() {
        assertThat(decoded("\033[12\033[A")).containsExactly("Up");
        assertThat(decoded("\033]0;title\033[A")).containsExactly("Up");
    }

    @Test
    void a_paste_is_text_whatever_is_in_it() {
        assertThat(decoded("\033[200~q\033[A\033[20\033\033[201~k"))
                .containsExactly("Paste[text=q\033[A\033[20\033]", "k");
    }

    @Test
    void a_paste_without_bounds_is_cut_and_still_ends() {
        List<Msg> messages = new ArrayList<>();
        KeyDecoder decoder = new KeyDecoder(messages::add);
        ("\033[200~" + "x".repeat(3 << 20) + "\033[201~k").chars().forEach(c -> decoder.accept((char) c));
        assertThat(messages).hasSize(2).last().isEqualTo(Key.of('k'));
        assertThat(((Msg.Paste) messages.get(0)).text()).hasSize(1 << 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_123})
    void noise_never_breaks_it(long seed) {
        Random random = new Random(seed);
        String alphabet = "\033\033\033[]OPM<?;~0129AZaz\003\007\\é\ud83d";
        Input arrivals = new Input();
        for (int i = 0; i < 20_000; i++) {
            arrivals.decoder.accept(alphabet.charAt(random.nextInt(alphabet.length())));
            if (random.nextInt(10) == 0) {
                arrivals.decoder.giveUp();
            }
        }
        arrivals.text("\003\033[201~\033\\\003");
        assertThat(arrivals.names).last().isEqualTo("C-c");
    }

    private static List<String> decoded(String text) {
        Input arrivals = new Input();
        arrivals.text(text);
        return arrivals.names;
    }

    /** What comes in, and the names of what goes out. */
    private static final class Input {
        final List<String> names = new ArrayList<>();
        final KeyDecoder decoder = new KeyDecoder(msg -> names.add(msg.toString()));
        final CharDecoder characters = new CharDecoder(StandardCharsets.UTF_8);

        void text(String text) {
            text.chars().forEach(c -> decoder.accept((char) c));
        }

        void bytes(byte[] bytes) {
            text(characters.decode(bytes));
        }

        /** A pause of any length, but for the short wait in which a key is told from a sequence. */
        void pause() {
            if (!decoder.isUndecided()) {
                decoder.giveUp();
            }
        }
    }
}
