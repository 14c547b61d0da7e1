package nfstep.rules.edit;

import static nfstep.rules.edit.Sheet.dropping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.packet.AddressMask;
import nfstep.packet.Prefix;
import nfstep.rules.Action;
import nfstep.rules.Counter;
import nfstep.rules.EditedTable;
import nfstep.rules.Hook;
import nfstep.rules.RulesEdit;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableEditTest {
    private static final TableName FILTER = TableName.FILTER;
    private final Sheet sheet = new Sheet(FILTER);

    @Test
    void rules_stand_in_the_order_in_which_they_were_appended() {
        sheet.apply(sheet.append("INPUT", dropping("1.0.0.0/8")), sheet.append("INPUT", dropping("2.0.0.0/8")));
        assertThat(sheet.rules("INPUT")).containsExactly("-s 1.0.0.0/8 -j DROP", "-s 2.0.0.0/8 -j DROP");
    }

    @Test
    void of_two_inserted_sources_the_second_stands_first() {
        RuleSpec one = dropping("1.0.0.0/8");
        RuleSpec both =
                new RuleSpec(one.rule(), Counter.ZERO, List.of(mask("1.0.0.0/8"), mask("2.0.0.0/8")), List.of());
        sheet.apply(new Insert(FILTER, "INPUT", 1, both));
        assertThat(sheet.rules("INPUT")).containsExactly("-s 2.0.0.0/8 -j DROP", "-s 1.0.0.0/8 -j DROP");
        assertThat(new Append(FILTER, "INPUT", both).toSyntax()).isEqualTo("-A INPUT -s 1.0.0.0/8,2.0.0.0/8 -j DROP");
    }

    @Test
    void deleting_by_what_a_rule_says_takes_the_first_of_equal_rules() {
        sheet.apply(sheet.append("INPUT", dropping("1.0.0.0/8")), sheet.append("INPUT", dropping("1.0.0.0/8")));
        sheet.apply(new DeleteRule(FILTER, "INPUT", dropping("1.0.0.0/8")));
        assertThat(sheet.table().chain("INPUT").orElseThrow().rules())
                .singleElement()
                .extracting(rule -> rule.id())
                .isEqualTo(2L);
    }

    @Test
    void a_replaced_rule_has_a_new_number_and_so_a_new_counter() {
        sheet.apply(
                sheet.append("INPUT", dropping("1.0.0.0/8")), new Replace(FILTER, "INPUT", 1, dropping("9.0.0.0/8")));
        assertThat(sheet.table().chain("INPUT").orElseThrow().rules().get(0).id())
                .isEqualTo(2);
        assertThat(sheet.rules("INPUT")).containsExactly("-s 9.0.0.0/8 -j DROP");
    }

    @Test
    void renaming_a_chain_renames_it_where_rules_lead_to_it() {
        sheet.apply(sheet.chain("A"), sheet.jump("INPUT", "A"), new RenameChain(FILTER, "A", "Z"));
        assertThat(sheet.rules("INPUT")).containsExactly("-j Z");
        assertThat(sheet.table().regular().keySet()).containsExactly("Z");
    }

    @Test
    void zeroing_one_chain_sets_its_rules_and_its_policy() {
        sheet.apply(sheet.append("INPUT", dropping("1.0.0.0/8")), new Zero(FILTER, Optional.of("INPUT")));
        assertThat(sheet.settings())
                .containsExactly(
                        new EditedTable.Setting.OfRule(1, Counter.ZERO),
                        new EditedTable.Setting.OfPolicy(Hook.INPUT, Counter.ZERO));
    }

    @Test
    void a_refused_line_leaves_a_restored_table_as_it_was() {
        sheet.apply(sheet.append("INPUT", dropping("1.0.0.0/8")));
        sheet.apply(new Restore(
                FILTER,
                false,
                List.of(
                        new Restore.Line(2, new SetPolicy(FILTER, "INPUT", Verdict.DROP, Optional.empty())),
                        new Restore.Line(3, sheet.jump("INPUT", "NOPE")))));
        assertThat(sheet.refusal()).startsWith("line 3: Couldn't load target `NOPE'");
        assertThat(sheet.rules("INPUT")).hasSize(1);
    }

    @Test
    void a_restore_that_keeps_what_is_there_flushes_the_chains_that_it_declares() {
        sheet.apply(sheet.chain("A"), sheet.chain("B"));
        sheet.apply(sheet.append("A", dropping("1.0.0.0/8")), sheet.append("B", dropping("1.0.0.0/8")));
        sheet.apply(new Restore(FILTER, true, List.of(new Restore.Line(2, new DeclareChain(FILTER, "A", true)))));
        assertThat(sheet.rules("A")).isEmpty();
        assertThat(sheet.rules("B")).hasSize(1);
    }

    @Test
    void chains_that_lead_to_each_other_are_fine_until_a_packet_can_come_there() {
        sheet.apply(sheet.chain("A"), sheet.chain("B"), sheet.jump("A", "B"), sheet.jump("B", "A"));
        assertThat(sheet.refusal()).isEmpty();
        sheet.apply(sheet.jump("INPUT", "A"));
        assertThat(sheet.refusal())
                .isEqualTo("Too many levels of symbolic links: chain A leads back to itself: A -> B -> A");
    }

    @Test
    void behind_an_unconditional_verdict_nothing_is_looked_at() {
        sheet.apply(sheet.chain("A"), sheet.jump("A", "A"));
        sheet.apply(sheet.append("INPUT", Sheet.spec(new Action.Standard(Verdict.ACCEPT))), sheet.jump("INPUT", "A"));
        assertThat(sheet.refusal()).isEmpty();
        sheet.apply(new DeleteNumber(FILTER, "INPUT", 1));
        assertThat(sheet.refusal()).startsWith("Too many levels of symbolic links");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void what_iptables_refuses_is_refused_in_its_words(RulesEdit edit, String words) {
        sheet.apply(sheet.chain("A"), sheet.chain("B"), sheet.jump("INPUT", "A"));
        sheet.apply(sheet.append("B", dropping("1.0.0.0/8")), edit);
        assertThat(sheet.refusal()).isEqualTo(words);
    }

    static Stream<Arguments> refusals() {
        Sheet any = new Sheet(FILTER);
        return Stream.of(
                Arguments.of(any.chain("A"), "Chain already exists: A in table filter"),
                Arguments.of(
                        any.jump("FORWARD", "a"),
                        "Couldn't load target `a': there is no target and no chain a in table filter"),
                Arguments.of(
                        any.jump("A", "INPUT"), "Invalid argument: a rule cannot lead to the built-in chain INPUT"),
                Arguments.of(
                        any.append("INPUTT", dropping("1.0.0.0/8")),
                        "No chain/target/match by that name: there is no chain INPUTT in table filter; "
                                + "did you mean INPUT?"),
                Arguments.of(
                        any.append("INPUT", Sheet.spec(new Action.Goto("ACCEPT"))),
                        "goto 'ACCEPT' is not a chain: there is no chain ACCEPT in table filter"),
                Arguments.of(new DeleteNumber(FILTER, "INPUT", 2), "Index of deletion too big: chain INPUT has 1 rule"),
                Arguments.of(
                        new Insert(FILTER, "FORWARD", 2, dropping("1.0.0.0/8")),
                        "Index of insertion too big: chain FORWARD has 0 rules"),
                Arguments.of(
                        new DeleteRule(FILTER, "INPUT", dropping("7.0.0.0/8")),
                        "Bad rule (does a matching rule exist in that chain?): chain INPUT of table filter has no rule "
                                + "-s 7.0.0.0/8 -j DROP"),
                Arguments.of(new DeleteChain(FILTER, "A"), "Too many links: chain A is in use by INPUT rule 1"),
                Arguments.of(
                        new DeleteChain(FILTER, "B"),
                        "Directory not empty: chain B still has rules; -F B removes them"),
                Arguments.of(
                        new DeleteChain(FILTER, "INPUT"),
                        "Invalid argument: the built-in chain INPUT cannot be deleted"),
                Arguments.of(
                        new SetPolicy(FILTER, "A", Verdict.DROP, Optional.empty()),
                        "Bad built-in chain name: only built-in chains have a policy; a packet goes back from the end "
                                + "of A"),
                Arguments.of(new RenameChain(FILTER, "A", "B"), "File exists: the name B is taken in table filter"));
    }

    private static AddressMask mask(String prefix) {
        return AddressMask.of(Prefix.of(prefix));
    }
}
