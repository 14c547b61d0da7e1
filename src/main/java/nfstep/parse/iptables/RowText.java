package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Action;
import nfstep.rules.BaseMatch;
import nfstep.rules.BaseMatch.Negatable;
import nfstep.rules.InterfaceMatch;
import nfstep.rules.Match;
import nfstep.rules.Rule;

/** The parts of a rule as lists show them: {@code iptables.c}, {@code print_firewall}. */
final class RowText {
    private RowText() {}

    static String target(Action action) {
        if (action instanceof Action.Standard standard) {
            return standard.verdict().name();
        }
        if (action instanceof Action.Jump jump) {
            return jump.chain();
        }
        if (action instanceof Action.Goto to) {
            return to.chain();
        }
        if (action instanceof Action.Extension extension) {
            String name = extension.target().name();
            // another name for CT, which is what the kernel holds: xt_CT.c, notrack_tg
            return name.equals("NOTRACK") ? "CT" : name;
        }
        return action instanceof Action.Return ? "RETURN" : "";
    }

    static String protocol(BaseMatch base, boolean numeric) {
        int number = base.protocol().value();
        return numeric ? Integer.toString(number) : number == 0 ? "all" : Protocols.name(number);
    }

    static String fragment(BaseMatch base) {
        return (base.fragment().inverted() ? "!" : "-") + (base.fragment().value() ? "f" : "-");
    }

    static String device(Negatable<InterfaceMatch> device, boolean numeric) {
        String name = device.value().isEmpty()
                ? numeric ? "*" : "any"
                : device.value().pattern();
        return device.inverted() ? "!" + name : name;
    }

    /** An address; names are not looked up, but all addresses are "anywhere" unless numbers are wanted. */
    static String address(IpFamily family, Negatable<Optional<AddressMask>> given, boolean numeric) {
        AddressMask mask = given.value().orElse(AddressMask.any(family));
        boolean any = family == IpFamily.IPV4
                ? mask.mask().isUnspecified()
                : mask.address().isUnspecified();
        return any && !numeric ? "anywhere" : withMask(mask);
    }

    /** The goto mark, conditions and the target's own words. */
    static String details(Rule rule, boolean numeric) {
        StringBuilder text = new StringBuilder(rule.action() instanceof Action.Goto ? "[goto] " : "");
        for (Match match : rule.matches()) {
            append(text, match.listing(numeric));
        }
        if (rule.action() instanceof Action.Extension extension) {
            append(text, extension.target().listing(numeric));
        }
        return text.toString();
    }

    static String mark(Negatable<?> condition) {
        return condition.inverted() ? "!" : " ";
    }

    private static void append(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append(' ').append(part);
        }
    }

    private static String withMask(AddressMask mask) {
        IpAddress whole = IpAddress.mask(mask.family(), mask.family().bits());
        return mask.mask().equals(whole) ? mask.address().toString() : mask.toString();
    }
}
