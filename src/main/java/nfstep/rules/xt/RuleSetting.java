package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.BaseMatch;
import nfstep.rules.TableName;

/**
 * What an extension may look at while it is read: the rest of the rule and where it stands.
 *
 * @param chain the chain that it goes to, such as {@code FORWARD}; empty where the place of the rule is looked at
 *     later, with its whole table
 * @param options the options given to this extension, in the order written
 */
public record RuleSetting(IpFamily family, TableName table, String chain, BaseMatch base, List<OptionUse> options) {
    public RuleSetting {
        options = List.copyOf(options);
    }

    /** The option of that name if it was given. */
    public Optional<OptionUse> option(String name) {
        return options.stream().filter(o -> o.option().equals(name)).findFirst();
    }

    /** Whether the option was given. */
    public boolean has(String name) {
        return option(name).isPresent();
    }

    /** The protocol that the rule asks for without {@code !}, 0 if it asks for none. */
    public int protocol() {
        return base.protocol().inverted() ? 0 : base.protocol().value();
    }
}
