package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Helpers;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.CtTemplate;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j CT}: says how the packet's connection will be looked up, or takes the packet out of tracking. A packet that
 * has its connection already, or for which another CT rule spoke before, is left alone; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "CT"; kernel {@code net/netfilter/xt_CT.c}, {@code xt_ct_target}.
 *
 * @param helper the connection tracking helper, empty for none
 * @param timeout the timeout policy; there is none that a kernel knows, so only a rule that takes packets out has one
 */
public record CtTarget(boolean notrack, CtZone zone, String helper, String timeout, CtEvents events) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "CT",
            "Says how the packet's connection will be looked up.",
            Options.of(
                    OptionSpec.flag("notrack", "takes the packet out of tracking"),
                    OptionSpec.of("helper", "NAME  the helper for the connection"),
                    OptionSpec.of("timeout", "NAME  the timeout policy for the connection"),
                    OptionSpec.of("ctevents", "EVENT[,EVENT...]  of the connection that are reported"),
                    OptionSpec.of("expevents", "new  expectations that are reported"),
                    OptionSpec.of("zone-orig", "ID or mark  the zone for the original direction only"),
                    OptionSpec.of("zone-reply", "ID or mark  the zone for the reply direction only"),
                    OptionSpec.of("zone", "ID or mark  the zone")),
            CtTarget::read);

    private static final int LONGEST_HELPER = 15;
    private static final int LONGEST_TIMEOUT = 31;

    private static Outcome<Target> read(Reading reading) {
        CtZone zone = CtZone.read(reading);
        String helper = Quoting.cut(reading.value("helper", "", OptionUse::word), LONGEST_HELPER);
        String timeout = Quoting.cut(reading.value("timeout", "", OptionUse::word), LONGEST_TIMEOUT);
        if (!reading.has("notrack")) {
            check(reading, helper, timeout);
        }
        CtEvents events = CtEvents.read(reading);
        return reading.made(() -> new CtTarget(reading.has("notrack"), zone, helper, timeout, events));
    }

    /** {@code xt_ct_set_helper}, {@code xt_ct_set_timeout}: with {@code --notrack}, the kernel looks at neither. */
    private static void check(Reading reading, String helper, String timeout) {
        int protocol = reading.setting().protocol();
        if (!(helper + timeout).isEmpty() && protocol == 0) {
            reading.refuse("a helper or a timeout policy is for one protocol: write -p before it");
        } else if (!helper.isEmpty() && !Helpers.isKnown(helper, protocol)) {
            List<String> known = Helpers.names(protocol);
            reading.refuse("the kernel has no helper " + Quoting.quote(helper) + " for " + Protocols.name(protocol)
                    + Quoting.hint(helper, known));
        } else if (!timeout.isEmpty()) {
            reading.refuse("there is no timeout policy " + Quoting.quote(timeout) + ": nothing made one");
        }
    }

    @Override
    public String name() {
        return "CT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        Skb skb = context.skb();
        if (!skb.ct().equals(CtRef.NONE)) {
            return TargetResult.CONTINUE;
        }
        return TargetResult.goOn(
                notrack
                        ? new Effect.Untrack()
                        : new Effect.SetTemplate(new CtTemplate(zone.of(skb.mark()), helper, zone.fromMark())));
    }

    @Override
    public boolean needsConntrack() {
        return !notrack;
    }

    @Override
    public boolean isModelled() {
        return notrack || helper.isEmpty() || Helpers.isModelled(helper);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.RAW);
    }

    @Override
    public String options() {
        return words("--");
    }

    private String words(String start) {
        return Parts.join(
                notrack ? start + "notrack" : "",
                helper.isEmpty() ? "" : start + "helper " + helper,
                timeout.isEmpty() ? "" : start + "timeout " + timeout,
                events.words(start),
                zone.words(start));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("CT", words(""));
    }
}
