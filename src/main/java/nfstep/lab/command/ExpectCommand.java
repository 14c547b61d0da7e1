package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** {@code expect}: what must have become of the packets of the last command. On a kernel it does nothing. */
final class ExpectCommand {
    static final String NAME = "expect";

    static final LabCommand COMMAND = new LabCommand(
            NAME,
            "expect reply | no-reply | delivered NS | dropped [NS] TABLE/CHAIN[:N|:policy] or PLACE | hits "
                    + "TABLE/CHAIN:N COUNT | packet DEV in|out FIELD VALUE ... | [no-]conntrack 'PART' | error 'PART'",
            "says what must have become of the packets of the last command, or that the next one must be refused",
            "expect dropped filter/FORWARD:policy",
            ExpectCommand::read);

    private static final List<String> FORMS = List.of(
            "reply", "no-reply", "delivered", "dropped", "hits", "packet", "conntrack", "no-conntrack", "error");

    private ExpectCommand() {}

    /** Compares what must have happened with what happened. */
    @FunctionalInterface
    interface Check {
        /** Whether it happened. */
        Session.Verdict of(Session session);
    }

    private static Action read(CommandLine line) {
        Word form = line.word(1, "what is expected");
        if (form.is("error")) {
            return error(line);
        }
        Check check = check(line, form);
        return session -> {
            session.expected(line, text(line), check.of(session));
            return Optional.empty();
        };
    }

    private static Check check(CommandLine line, Word form) {
        return switch (form.text()) {
            case "reply" -> ReplyCheck.read(line, true);
            case "no-reply" -> ReplyCheck.read(line, false);
            case "delivered" -> PlaceChecks.delivered(line);
            case "dropped" -> PlaceChecks.dropped(line);
            case "hits" -> PlaceChecks.hits(line);
            case "packet" -> new PacketCheck(line).read();
            case "conntrack" -> ConntrackCheck.read(line, true);
            case "no-conntrack" -> ConntrackCheck.read(line, false);
            default ->
                throw line.problem(
                        Code.UNKNOWN_NAME,
                        form,
                        "expect knows no '" + form.text() + "'",
                        Nearest.among(form.text(), FORMS)
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse("write one of " + String.join(", ", FORMS)));
        };
    }

    /** Whether a line expects that the next command is refused. */
    static boolean awaitsRefusal(CommandLine line) {
        return line.name().is(NAME)
                && line.words().size() > 1
                && line.words().get(1).is("error");
    }

    private static Action error(CommandLine line) {
        String part = line.word(2, "a part of the message").text();
        Options.none().read(line, 1).atMost(2);
        return session -> {
            session.awaitRefusal(new Session.Awaited(line, text(line), part));
            return Optional.empty();
        };
    }

    private static String text(CommandLine line) {
        return line.arguments().stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
