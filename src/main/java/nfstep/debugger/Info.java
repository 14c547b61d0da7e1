package nfstep.debugger;

import java.util.StringJoiner;

/** What {@code info} says. */
final class Info {
    private Info() {}

    static String of(Session session) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("step " + (session.walk().number(session.position()) + 1) + " of "
                + session.walk().stepCount() + " of " + session.name());
        session.stops()
                .stops()
                .forEach(s -> lines.add("breakpoint " + s.number() + ": "
                        + s.breakpoint().text() + (s.enabled() ? "" : " (disabled)")));
        if (session.stops().stops().isEmpty()) {
            lines.add("no breakpoints");
        }
        session.checks().forEach(check -> lines.add(check.sentence()));
        session.checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(f -> f.event() == session.position().event())
                .forEach(f -> lines.add("differs here, " + f.text()));
        return lines.toString();
    }
}
