package nfstep.parse.iptables;

import nfstep.rules.Action;
import nfstep.rules.BaseMatch;
import nfstep.rules.BaseMatch.Negatable;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.Match;
import nfstep.rules.Rule;

/** A rule as {@code iptables-save} prints it: {@code iptables.c}, {@code print_rule4}. */
final class RuleLine {
    private static final Negatable<InterfaceMatch> ANY = Negatable.plain(InterfaceMatch.ANY);

    private RuleLine() {}

    /** The rule, with something between its conditions and its end. */
    static String of(String chain, Rule rule, String between) {
        StringBuilder line = new StringBuilder("-A ").append(chain);
        append(line, withoutWildcards(rule.base()).toSyntax());
        for (Match match : rule.matches()) {
            append(line, match.toSyntax());
        }
        line.append(between);
        Action end = rule.action();
        append(line, end.toSyntax());
        return line.toString();
    }

    private static void append(StringBuilder line, String part) {
        if (!part.isEmpty()) {
            line.append(' ').append(part);
        }
    }

    /** {@code -i +} is a condition, but one that is not printed: {@code save_iface}. */
    private static BaseMatch withoutWildcards(BaseMatch base) {
        boolean in = isWildcard(base.in());
        boolean out = isWildcard(base.out());
        return in || out ? base.withDevices(in ? ANY : base.in(), out ? ANY : base.out()) : base;
    }

    private static boolean isWildcard(Negatable<InterfaceMatch> device) {
        return device.value().pattern().equals("+");
    }
}
