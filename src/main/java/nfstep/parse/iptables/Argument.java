package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.parse.Word;
import nfstep.rules.xt.OptionSpec;

/** One thing that {@code getopt_long} finds on a command line. */
sealed interface Argument {
    /** The word it stands in. */
    Word at();

    /** An option of iptables itself. */
    record Base(Word at, BaseOption option, Optional<Word> value) implements Argument {}

    /** An option of a match or target; for one that takes words, the first. */
    record Extra(Word at, Loaded owner, OptionSpec option, Optional<Word> value) implements Argument {}

    /** A word that belongs to no option. */
    record Plain(Word at) implements Argument {}

    /** An option that nothing knows, or the beginning of several. */
    record Unknown(Word at, String reason) implements Argument {}

    /** An option without the word that it needs. */
    record Incomplete(Word at) implements Argument {}
}
