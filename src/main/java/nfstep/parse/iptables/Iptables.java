package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads the command lines of {@code iptables} and {@code ip6tables}, as version 1.8.9 (legacy) does. */
public final class Iptables {
    private Iptables() {}

    /**
     * Reads a command.
     *
     * @param source the text that the words are from
     * @param words all words of the command, the program's name first
     */
    public static Parsed<IptablesCommand> read(SourceText source, IpFamily family, List<Word> words) {
        return command(new Input(source, family, words, Optional.empty()));
    }

    static Parsed<IptablesCommand> command(Input input) {
        try {
            return Parsed.of(new CommandMaker(input, new CommandReader(input).read()).make());
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
    }
}
