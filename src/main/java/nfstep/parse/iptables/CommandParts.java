package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nfstep.parse.Word;
import nfstep.rules.Counter;
import org.jspecify.annotations.Nullable;

/** What a command line was found to say, word by word, before it is looked at as a whole. */
final class CommandParts {
    /** Commands; several only for {@code -L -Z} and {@code -S -Z}. */
    final Map<BaseOption, Word> commands = new EnumMap<>(BaseOption.class);
    /** Options with the word that they took, or else with their own. */
    final Map<BaseOption, Word> options = new EnumMap<>(BaseOption.class);

    final Set<BaseOption> inverted = EnumSet.noneOf(BaseOption.class);
    final List<Loaded> matches = new ArrayList<>();

    @Nullable
    Loaded target;

    @Nullable
    Word chain;
    /** The second name of {@code -E} and {@code -P}. */
    @Nullable
    Word second;
    /** The place of a rule; 0 for none. */
    int number;

    int protocol;
    Counter counter = Counter.ZERO;
    /** Whether it is a line of a restore that is meant for the other family. */
    boolean foreign;

    Optional<Word> option(BaseOption option) {
        return Optional.ofNullable(options.get(option));
    }

    boolean has(BaseOption option) {
        return options.containsKey(option);
    }

    /** What {@code -j} or {@code -g} leads to. */
    Optional<Word> end() {
        return option(BaseOption.JUMP).or(() -> option(BaseOption.GOTO));
    }
}
