package nfstep.rules.xt;

import java.util.List;
import java.util.Set;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/**
 * One extension of iptables as the registry lists it: what it is called, what it takes, how it is read. The registry
 * feeds parser, printer, help and tests.
 *
 * @param <T> a {@link nfstep.rules.Match} or a {@link nfstep.rules.Target}
 */
public interface Extension<T> {
    /** The name behind {@code -m} or {@code -j}. */
    String name();

    /** The families that know it. */
    Set<IpFamily> families();

    /** Its options, in the order in which help lists them. */
    List<OptionSpec> options();

    /**
     * Makes the match or target out of the options given. A refusal says what was found and what to write instead; where
     * one option is at fault, it names it as {@code --option}, so that the parser can point at it.
     */
    Outcome<T> read(RuleSetting setting);

    /** One sentence for help. */
    String summary();

    /** The IP protocol that must be asked for by {@code -p} before its options are known; 0 for none. */
    default int implicitProtocol() {
        return 0;
    }
}
