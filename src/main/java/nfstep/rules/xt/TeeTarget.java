package nfstep.rules.xt;

import nfstep.packet.IpAddress;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j TEE}: sends a copy of the packet to another host, whatever its destination; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "TEE"; kernel {@code net/netfilter/xt_TEE.c}, {@code tee_tg4}, and {@code
 * net/ipv4/netfilter/nf_dup_ipv4.c}, {@code nf_dup_ipv4}.
 *
 * @param device that the copy must leave by, empty for any
 */
public record TeeTarget(IpAddress gateway, String device) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "TEE",
            "Sends a copy to another host.",
            Options.of(
                            OptionSpec.of("gateway", "ADDRESS  the host that gets the copy"),
                            OptionSpec.of("oif", "DEVICE  that the copy leaves by"))
                    .needsOneOf("gateway"),
            TeeTarget::read);

    private static final int LONGEST_DEVICE = 15;

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.required("gateway");
        IpAddress gateway = reading.address(use, use.word());
        if (gateway.isUnspecified()) {
            reading.refuse(use, "takes the address of a host, not " + Quoting.quote(use.word()));
        }
        String device = Quoting.cut(reading.value("oif", "", OptionUse::word), LONGEST_DEVICE);
        return reading.made(() -> new TeeTarget(gateway, device));
    }

    @Override
    public String name() {
        return "TEE";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Copy(gateway, device));
    }

    @Override
    public String options() {
        return Parts.join("--gateway " + gateway, device.isEmpty() ? "" : "--oif " + Quoting.bare(device));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("TEE gw:" + gateway, device.isEmpty() ? "" : "oif=" + device);
    }
}
