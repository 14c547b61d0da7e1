package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What was compared in a run of labs made at random.
 *
 * @param packets that were made by hand, without the answers to them
 * @param rules that were made, at the beginning and later
 * @param events that both sides could tell
 * @param differ labs on which the two sides differ, each time that they were carried out
 * @param unrepeated the numbers of labs on which they differed once and no more
 * @param release of the kernel, as {@code uname -r} prints it; empty before the first lab
 */
public record FuzzFigures(
        long labs, long packets, long rules, long events, long differ, List<Long> unrepeated, String release) {
    static final FuzzFigures NONE = new FuzzFigures(0, 0, 0, 0, 0, List.of(), "");

    public FuzzFigures {
        unrepeated = List.copyOf(unrepeated);
    }

    FuzzFigures with(FuzzTrial trial) {
        List<Long> once = new ArrayList<>(unrepeated);
        if (trial.unrepeated()) {
            once.add(trial.number());
        }
        return new FuzzFigures(
                labs + 1,
                packets + trial.lab().packets(),
                rules + trial.lab().rules(),
                events + trial.verification().total(),
                differ + (trial.verification().agrees() ? 0 : 1),
                once,
                trial.verification().release());
    }

    /**
     * Such as {@code 500 labs, 31204 packets, 9120 rules, 310220 observable events compared with Linux 6.18.44: no
     * difference, 1 that the kernel did not repeat: 17}.
     */
    public String sentence() {
        int dash = release.indexOf('-');
        String kernel = dash < 0 ? release : release.substring(0, dash);
        String found = differ == 0 ? "no difference" : differ + " differ";
        return labs + " labs, " + packets + " packets, " + rules + " rules, " + events
                + " observable events compared with Linux " + kernel + ": " + found
                + (unrepeated.isEmpty() ? "" : once());
    }

    private String once() {
        List<String> numbers = unrepeated.stream().map(String::valueOf).toList();
        return ", " + numbers.size() + " that the kernel did not repeat: " + String.join(", ", numbers);
    }
}
