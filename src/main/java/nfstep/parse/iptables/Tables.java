package nfstep.parse.iptables;

import java.util.Arrays;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.source.Code;

/** Reads the name of a table. */
final class Tables {
    private Tables() {}

    static TableName read(Input input, Word word) {
        return TableName.of(word.text())
                .orElseThrow(() -> input.unknown(
                        Code.UNKNOWN_TABLE,
                        word,
                        "can't initialize iptables table `" + word.text()
                                + "': Table does not exist (do you need to insmod?)",
                        Arrays.stream(TableName.values()).map(TableName::word).toList()));
    }
}
