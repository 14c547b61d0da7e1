package nfstep.lab.command;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.source.Code;
import nfstep.source.Nearest;

/**
 * A place in the rules: {@code filter/FORWARD}, {@code filter/FORWARD:3} or {@code filter/FORWARD:policy}.
 *
 * @param number the rule, from 1; none for the policy or the whole chain
 */
record RulePlace(TableName table, String chain, OptionalInt number, boolean policy) {
    private static final Numbers RULE = new Numbers("rule", 1, 1_000_000_000);

    static boolean isOne(Word word) {
        return word.text().contains("/");
    }

    static RulePlace read(CommandLine line, Word word) {
        int slash = word.text().indexOf('/');
        String table = slash < 0 ? word.text() : word.text().substring(0, slash);
        TableName name = TableName.of(table)
                .orElseThrow(() -> line.problem(Code.UNKNOWN_TABLE, word, "no such table: " + table, hint(table)));
        String rest = slash < 0 ? "" : word.text().substring(slash + 1);
        int colon = rest.lastIndexOf(':');
        String chain = colon < 0 ? rest : rest.substring(0, colon);
        if (chain.isEmpty()) {
            throw line.problem(
                    Code.MISSING_VALUE, word, "the chain is missing", "write TABLE/CHAIN or TABLE/CHAIN:RULE");
        }
        String number = colon < 0 ? "" : rest.substring(colon + 1);
        if (number.isEmpty() || number.equals("policy")) {
            return new RulePlace(name, chain, OptionalInt.empty(), !number.isEmpty());
        }
        return new RulePlace(name, chain, OptionalInt.of(RULE.read(line, new Word(number, word.span()))), false);
    }

    private static String hint(String table) {
        var names =
                java.util.Arrays.stream(TableName.values()).map(TableName::word).toList();
        Optional<String> near = Nearest.among(table, names);
        return near.map(n -> "did you mean '" + n + "'?").orElse("write TABLE/CHAIN, such as filter/FORWARD");
    }

    /** Whether a packet that was dropped there was dropped here. */
    boolean covers(String dropPlace) {
        String chainPath = table.word() + "/" + chain;
        if (number.isPresent()) {
            return dropPlace.equals(chainPath + ":" + number.getAsInt());
        }
        return policy ? dropPlace.equals(chainPath + ":policy") : dropPlace.startsWith(chainPath + ":");
    }
}
