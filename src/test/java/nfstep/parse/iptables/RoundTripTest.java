package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nfstep.packet.IpFamily;
import nfstep.rules.RulesEdit;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_124})
    void a_change_is_the_same_after_it_was_printed_and_read(long seed) {
        List<TableEdit> made = new ArrayList<>();
        Box box = new Box(made::add);
        new CommandGenerator(seed).commands(300).forEach(box::run);
        assertThat(made).hasSizeGreaterThan(100);
        Box again = new Box();
        for (TableEdit edit : made) {
            String text = RulesEditText.print(edit, IpFamily.IPV4);
            RulesEdit read = read(text);
            assertThat(RulesEditText.print(read, IpFamily.IPV4)).isEqualTo(text);
            again.apply((TableEdit) read, IpFamily.IPV4);
        }
        assertThat(again.save(true)).isEqualTo(box.save(true));
        assertThat(again.run("iptables -L -v -n").printed())
                .isEqualTo(box.run("iptables -L -v -n").printed());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9, 10})
    void what_was_saved_is_restored_as_it_was(long seed) {
        Box box = new Box();
        new CommandGenerator(seed).commands(200).forEach(box::run);
        List<TableEdit> made = new ArrayList<>();
        Box again = new Box(made::add).restore(box.save(true), "-c");
        assertThat(again.refusal()).isEmpty();
        assertThat(again.save(true)).isEqualTo(box.save(true));
        String text = RulesEditText.print(made.get(0), IpFamily.IPV4);
        assertThat(RulesEditText.print(read(text), IpFamily.IPV4)).isEqualTo(text);
    }

    private static RulesEdit read(String text) {
        Parsed<RulesEdit> read = RulesEditText.read(new SourceText("trace", text), IpFamily.IPV4);
        assertThat(read.render()).isEmpty();
        return read.orElseThrow();
    }
}
