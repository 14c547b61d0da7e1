package nfstep.rules.edit;

import java.util.Optional;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;

/**
 * {@code -P CHAIN POLICY}: what becomes of packets that reach the end of a base chain; {@code libiptc.c},
 * {@code TC_SET_POLICY}.
 *
 * @param counter what {@code -c} sets the policy's counter to; without it the counter is zero
 */
public record SetPolicy(TableName table, String chain, Verdict policy, Optional<Counter> counter) implements TableEdit {
    public SetPolicy {
        if (policy != Verdict.ACCEPT && policy != Verdict.DROP) {
            throw new IllegalArgumentException("not a policy: " + policy);
        }
    }

    @Override
    public String toSyntax() {
        return "-P " + chain + " " + policy
                + counter.map(it -> " -c " + it.packets() + " " + it.bytes()).orElse("");
    }

    @Override
    public Optional<String> change(TableDraft draft) {
        if (!draft.isBase(chain)) {
            String detail = draft.has(chain)
                    ? "only built-in chains have a policy; a packet goes back from the end of " + chain
                    : Refusal.missing(draft, chain);
            return Refusal.of("Bad built-in chain name", detail);
        }
        Chain before = draft.chain(chain);
        draft.replace(before.withPolicy(policy));
        counter.ifPresent(it -> draft.set(before, it));
        return Optional.empty();
    }
}
