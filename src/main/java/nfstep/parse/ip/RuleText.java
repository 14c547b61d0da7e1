package nfstep.parse.ip;

import nfstep.host.RouteType;
import nfstep.host.edit.RuleSpec;
import nfstep.packet.IpFamily;

/** Policy rules as words of a command. */
final class RuleText {
    private RuleText() {}

    /** A mark, with its mask unless all bits count. */
    static String mark(int mark, int mask) {
        String value = "0x" + Integer.toHexString(mark);
        return mask == -1 ? value : value + "/" + (mask == 0 ? "0" : "0x" + Integer.toHexString(mask));
    }

    /** The words after {@code ip rule add} or {@code del}. */
    static String words(RuleSpec rule) {
        StringBuilder out = new StringBuilder();
        RuleSpec.When when = rule.when();
        out.append(when.inverted() ? " not" : "");
        out.append(when.from().length() == 0 ? "" : " from " + when.from());
        out.append(when.to().length() == 0 ? "" : " to " + when.to());
        when.in().ifPresent(d -> out.append(" iif ").append(d));
        when.out().ifPresent(d -> out.append(" oif ").append(d));
        if (when.mark() != 0 || when.markMask() != 0) {
            out.append(" fwmark ").append(mark(when.mark(), when.markMask()));
        }
        out.append(when.tos() == 0 ? "" : " tos 0x" + Integer.toHexString(when.tos()));
        rule.table().ifPresent(t -> out.append(" table ").append(RouteNames.table(t)));
        rule.suppressed().ifPresent(l -> out.append(" suppress_prefixlength ").append(l));
        rule.priority().ifPresent(p -> out.append(" priority ").append(p));
        rule.action().ifPresent(a -> out.append(action(a)));
        return out.toString();
    }

    private static String action(RouteType action) {
        return action == RouteType.UNICAST ? " type unicast" : " " + action.word();
    }

    /** The option that names a family other than the usual one. */
    static String family(IpFamily family) {
        return family == IpFamily.IPV6 ? "-6 " : "";
    }
}
