package nfstep.rules.edit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nfstep.rules.Action;
import nfstep.rules.Backend;
import nfstep.rules.Chain;
import nfstep.rules.Hook;
import nfstep.rules.Loadable;
import nfstep.rules.Match;
import nfstep.rules.Rule;
import nfstep.rules.Table;
import nfstep.rules.Target;

/** What the kernel refuses when it is given a whole table: {@code ip_tables.c}, {@code translate_table}. */
final class TableCheck {
    private final Table table;
    private final Backend backend;
    private final Map<String, Set<Hook>> reached = new LinkedHashMap<>();

    TableCheck(Table table, Backend backend) {
        this.table = table;
        this.backend = backend;
    }

    Optional<String> refusal() {
        for (Chain base : table.base()) {
            Optional<String> loop = new ChainWalk(table, backend).from(base, reached);
            if (loop.isPresent()) {
                return Refusal.of("Too many levels of symbolic links", loop.get());
            }
        }
        return table.chains().stream().flatMap(chain -> ofChain(chain).stream()).findFirst();
    }

    private Optional<String> ofChain(Chain chain) {
        int live = ChainWalk.live(chain, backend);
        for (int i = 0; i < chain.rules().size(); i++) {
            Set<Hook> hooks = i < live ? reached.getOrDefault(chain.name(), Set.of()) : Set.of();
            Optional<String> refusal = ofRule(chain.rules().get(i), hooks);
            if (refusal.isPresent()) {
                return Refusal.of("Invalid argument", chain.name() + " rule " + (i + 1) + ": " + refusal.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofRule(Rule rule, Set<Hook> hooks) {
        if (backend == Backend.NFT && rule.base().excludesAllAddresses()) {
            return Optional.of("iptables-nft compares no bits of an address, which nf_tables refuses");
        }
        for (Match match : rule.matches()) {
            Optional<String> refusal = isExpression(match) ? Optional.empty() : ofPart(match, hooks);
            if (refusal.isPresent()) {
                return refusal.map(it -> match.name() + ": " + it);
            }
        }
        if (rule.action() instanceof Action.Extension extension) {
            return ofTarget(extension.target(), hooks)
                    .or(() -> beside(extension.target(), rule.matches()))
                    .map(it -> extension.target().name() + ": " + it);
        }
        return Optional.empty();
    }

    private boolean isExpression(Match match) {
        return backend == Backend.NFT && match.isExpression();
    }

    private Optional<String> ofTarget(Target target, Set<Hook> hooks) {
        return backend == Backend.NFT && target.isExpression() ? Optional.empty() : ofPart(target, hooks);
    }

    /** {@code nft_compat.c} shows a target none of the matches beside it. */
    private Optional<String> beside(Target target, List<Match> matches) {
        return backend == Backend.LEGACY ? target.refusedBeside(matches) : Optional.empty();
    }

    private Optional<String> ofPart(Loadable part, Set<Hook> hooks) {
        return hooks.isEmpty() ? refusedEverywhere(part) : refused(part, hooks);
    }

    private Optional<String> refused(Loadable part, Set<Hook> hooks) {
        for (Hook hook : hooks) {
            Optional<String> refusal = part.refusedAt(table.name(), hook);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Where no packet comes, only a table that is wrong as a whole is refused. */
    private Optional<String> refusedEverywhere(Loadable part) {
        Optional<String> refusal = Optional.empty();
        for (Hook hook : EnumSet.copyOf(table.name().hooks())) {
            refusal = part.refusedAt(table.name(), hook);
            if (refusal.isEmpty()) {
                return refusal;
            }
        }
        return refusal;
    }
}
