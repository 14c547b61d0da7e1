package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import nfstep.engine.Draws;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.state.ChosenDraw;
import nfstep.state.ChosenDraws;

/** Where the lab says what it chose for draws, in the order in which it did. */
final class ChosenWords {
    private record Place(CommandLine line, Word word) {}

    private final List<Place> places = new ArrayList<>();

    void add(CommandLine line, List<Word> values) {
        values.forEach(word -> places.add(new Place(line, word)));
    }

    /** Why the command of that line cannot draw what the lab chose. */
    Diagnostic refusal(Draws.Misfit misfit, CommandLine drawing) {
        String where =
                misfit.chosen().kind().where() + " from " + misfit.range().words();
        return diagnostic(
                        misfit.chosen(),
                        "cannot be drawn: in line " + drawing.line().line() + " " + where)
                .hinting("write one of " + misfit.range().words());
    }

    /** What is wrong with choices that nobody drew. */
    List<Diagnostic> left(ChosenDraws draws) {
        return draws.left().stream().map(this::left).toList();
    }

    private Diagnostic left(ChosenDraw draw) {
        return diagnostic(draw, "was never drawn in " + draw.namespace())
                .hinting(draw.kind().when() + "; leave it out if nothing does");
    }

    private Diagnostic diagnostic(ChosenDraw draw, String problem) {
        Place place = places.get((int) draw.number());
        return place.line()
                .diagnostic(
                        Code.BAD_VALUE,
                        place.word(),
                        draw.kind().word() + " " + place.word().text() + " " + problem);
    }
}
