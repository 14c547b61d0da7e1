package nfstep.kernel;

import nfstep.lab.fuzz.Draft;
import nfstep.parse.LabLine;
import nfstep.parse.ShellLexer;
import nfstep.rules.Backend;
import nfstep.source.SourceText;

/** A lab without what is not needed to see a difference. */
public final class ShortLab {
    private ShortLab() {}

    /**
     * The text of the smallest lab that was found; one run on the kernel for each attempt, so it takes seconds to minutes.
     *
     * @throws KernelUnavailable if it cannot be run here
     */
    public static String of(SourceText lab, Difference difference, Backend backend) throws KernelUnavailable {
        Draft whole = new Draft(ShellLexer.read(lab).orElseThrow().stream()
                .filter(line -> !line.words().get(0).is("expect"))
                .map(LabLine::text)
                .toList());
        try (Laboratory laboratory = new Laboratory(backend)) {
            return new Shrinker(whole, difference, laboratory)
                    .shrink(() -> false)
                    .text();
        }
    }
}
