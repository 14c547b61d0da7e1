package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.packet.Protocols;
import nfstep.rules.BaseMatch;
import nfstep.rules.Chain;
import nfstep.rules.Rule;
import nfstep.rules.edit.Append;
import nfstep.rules.edit.DeleteChain;
import nfstep.rules.edit.DeleteChains;
import nfstep.rules.edit.DeleteRule;
import nfstep.rules.edit.Flush;
import nfstep.rules.edit.Insert;
import nfstep.rules.edit.Replace;
import nfstep.rules.edit.RuleSpec;
import nfstep.rules.edit.TableEdit;
import nfstep.rules.edit.Zero;

/** What {@code -v} has a change print: {@code iptables.c}, {@code print_firewall_line}, {@code flush_entries4}. */
final class Telling {
    private Telling() {}

    static String of(TableEdit edit, TableView view) {
        if (edit instanceof Flush flush) {
            return chains("Flushing", flush.chain(), names(view, true));
        }
        if (edit instanceof Zero zero) {
            return chains("Zeroing", zero.chain(), names(view, true));
        }
        if (edit instanceof DeleteChain delete) {
            return chains("Deleting", Optional.of(delete.chain()), List.of());
        }
        if (edit instanceof DeleteChains) {
            return chains("Deleting", Optional.empty(), names(view, false));
        }
        return rule(edit).map(Telling::rules).orElse("");
    }

    private static Optional<RuleSpec> rule(TableEdit edit) {
        if (edit instanceof Append append) {
            return Optional.of(append.spec());
        }
        if (edit instanceof Insert insert) {
            return Optional.of(insert.spec());
        }
        if (edit instanceof Replace replace) {
            return Optional.of(replace.spec());
        }
        return edit instanceof DeleteRule delete ? Optional.of(delete.spec()) : Optional.empty();
    }

    private static List<String> names(TableView view, boolean all) {
        return view.table().chains().stream()
                .filter(it -> all || !it.isBase())
                .map(Chain::name)
                .toList();
    }

    private static String chains(String what, Optional<String> one, List<String> all) {
        StringBuilder out = new StringBuilder();
        for (String chain : one.map(List::of).orElse(all)) {
            out.append(what).append(" chain `").append(chain).append("'\n");
        }
        return out.toString();
    }

    private static String rules(RuleSpec spec) {
        StringBuilder out = new StringBuilder();
        spec.rules().forEach(rule -> out.append(line(rule)).append('\n'));
        return out.toString();
    }

    private static String line(Rule rule) {
        BaseMatch base = rule.base();
        int protocol = base.protocol().value();
        return RowText.target(rule.action()) + " " + RowText.mark(base.protocol())
                + (protocol == 0 ? "all" : Protocols.name(protocol)) + " opt " + RowText.fragment(base)
                + " in " + RowText.device(base.in(), true) + " out " + RowText.device(base.out(), true) + " "
                + RowText.mark(base.source()) + RowText.address(base.family(), base.source(), true) + " "
                + RowText.mark(base.destination()) + "-> "
                + RowText.address(base.family(), base.destination(), true) + "  " + RowText.details(rule, true);
    }
}
