package nfstep.lab.command;

import nfstep.parse.Assignment;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Refuses what a command does not take: a here-document, an {@code &}, an assignment. */
final class ExtrasCheck {
    private ExtrasCheck() {}

    static void check(LabCommand command, CommandLine line) {
        LabCommand.Extras extras = command.extras();
        if (line.document().isPresent() && !extras.document()) {
            throw line.problem(Code.SYNTAX, line.name(), command.name() + " does not read a here-document");
        }
        if (line.line().background() && !extras.background()) {
            String hint = "leave the '&' out: time is virtual, nobody waits";
            throw line.problem(Code.SYNTAX, line.name(), command.name() + " does not run in the background", hint);
        }
        for (Assignment assignment : line.line().assignments()) {
            check(command, line, assignment);
        }
    }

    private static void check(LabCommand command, CommandLine line, Assignment assignment) {
        if (!assignment.name().equals(command.extras().variable())) {
            String message = command.name() + " does not look at " + assignment.name();
            throw line.problem(Code.UNKNOWN_NAME, new Word(assignment.name(), assignment.span()), message);
        }
    }
}
