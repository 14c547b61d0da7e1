package nfstep.parse;

import java.util.Arrays;
import java.util.Optional;

/** What a shell knows and a lab does not, by the characters that begin it, and what to write instead; longest first. */
enum ShellProblem {
    AND("&&", "one line holds one command", "put the next command on a line of its own"),
    OR("||", "one line holds one command", "put the next command on a line of its own"),
    BOTH_STREAMS("&>", "redirections are not part of labs", "leave it out: what a command prints is kept in the walk"),
    BACKGROUND("&", "'&' ends a line", "put the next command on a line of its own"),
    PIPE("|", "pipes are not part of labs", "run the command alone and say what must be seen with 'expect'"),
    SEMICOLON(";", "one line holds one command", "put the next command on a line of its own"),
    REDIRECTION(
            ">",
            "redirections are not part of labs",
            "leave it out: what a command prints is kept in the walk, and sysctl -w NAME=VALUE sets what is in /proc/sys"),
    HERE_STRING("<<<", "here-strings are not part of labs", "write a here-document: <<'END'"),
    TABBED_DOCUMENT(
            "<<-", "here-documents with '-' are not part of labs", "write <<'END' and no tabs before its lines"),
    BARE_DOCUMENT("<<", "the word of a here-document must be in quotes", "write <<'END': nothing in it is replaced"),
    PROCESS("<(", "process substitution is not part of labs", "give the command a file or a here-document"),
    INPUT("<", "redirections are not part of labs", "give the file as an argument, or a here-document: <<'END'"),
    SUBSHELL("(", "sub-shells are not part of labs", "write the commands out, one a line"),
    SUBSHELL_END(")", "sub-shells are not part of labs", "write the commands out, one a line"),
    ARITHMETIC("$((", "arithmetic is not part of labs", "write the value itself"),
    SUBSTITUTION("$(", "command substitution is not part of labs", "write the value itself"),
    BACKQUOTE("`", "command substitution is not part of labs", "write the value itself"),
    ESCAPED_QUOTE("$'", "this kind of quotes is not part of labs", "leave out the '$'"),
    VARIABLE("$", "variables are not part of labs", "write the value itself, or put a '$' that is meant in '...'"),
    PATTERN("*", "file name patterns are not part of labs", "put it in quotes if it is meant: '*'"),
    PATTERN_ONE("?", "file name patterns are not part of labs", "put it in quotes if it is meant: '?'"),
    PATTERN_SET("[", "file name patterns are not part of labs", "put it in quotes if it is meant: '['"),
    BRACE("{", "braces are not part of labs", "write the words out, or put it in quotes if it is meant: '{'"),
    BRACE_END("}", "braces are not part of labs", "write the words out, or put it in quotes if it is meant: '}'"),
    HOME("~", "'~' is not part of labs", "write the path itself"),
    WINDOWS_LINE("\r", "the line ends as on Windows (CR LF)", "save the file with line ends as on Unix");

    private final String sign;
    private final String message;
    private final String hint;

    ShellProblem(String sign, String message, String hint) {
        this.sign = sign;
        this.message = message;
        this.hint = hint;
    }

    /** The problem that begins at the cursor, if one does. */
    static Optional<ShellProblem> at(ShellCursor cursor) {
        return cursor.isPlain()
                ? Optional.empty()
                : Arrays.stream(values()).filter(p -> cursor.looksAt(p.sign)).findFirst();
    }

    /** Whether a word goes on after it, as in a shell. */
    boolean insideWord() {
        return switch (this) {
            case ARITHMETIC,
                    SUBSTITUTION,
                    BACKQUOTE,
                    ESCAPED_QUOTE,
                    VARIABLE,
                    PATTERN,
                    PATTERN_ONE,
                    PATTERN_SET,
                    BRACE,
                    BRACE_END -> true;
            default -> false;
        };
    }

    /** How many characters it is known by. */
    int length() {
        return sign.length();
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
