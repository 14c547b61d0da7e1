package nfstep.kernel;

/**
 * What was compared in a run of labs made at random.
 *
 * @param packets that were made by hand, without the answers to them
 * @param rules that were made, at the beginning and later
 * @param events that both sides could tell
 * @param differ labs on which the two sides differ, each time that they were carried out
 * @param unrepeated labs on which they differed once and no more
 * @param release of the kernel, as {@code uname -r} prints it; empty before the first lab
 */
public record FuzzFigures(
        long labs, long packets, long rules, long events, long differ, long unrepeated, String release) {
    static final FuzzFigures NONE = new FuzzFigures(0, 0, 0, 0, 0, 0, "");

    FuzzFigures with(FuzzTrial trial) {
        return new FuzzFigures(
                labs + 1,
                packets + trial.lab().packets(),
                rules + trial.lab().rules(),
                events + trial.verification().total(),
                differ + (trial.verification().agrees() ? 0 : 1),
                unrepeated + (trial.unrepeated() ? 1 : 0),
                trial.verification().release());
    }

    /**
     * Such as {@code 500 labs, 31204 packets, 9120 rules, 310220 observable events compared with Linux 6.18.44: no
     * difference, 1 that was not repeated}.
     */
    public String sentence() {
        int dash = release.indexOf('-');
        String kernel = dash < 0 ? release : release.substring(0, dash);
        String found = differ == 0 ? "no difference" : differ + " differ";
        return labs + " labs, " + packets + " packets, " + rules + " rules, " + events
                + " observable events compared with Linux " + kernel + ": " + found
                + (unrepeated == 0 ? "" : ", " + unrepeated + " that the kernel did not repeat");
    }
}
