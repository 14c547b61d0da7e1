package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j CHECKSUM}: fills in the checksum that a device would have filled in. Packets have their checksums here at all
 * times, so nothing changes; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "CHECKSUM"; kernel {@code net/netfilter/xt_CHECKSUM.c}, {@code checksum_tg}.
 */
public record ChecksumTarget() implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "CHECKSUM",
            "Fills in a checksum that was left to the device.",
            Options.of(OptionSpec.flag("checksum-fill", "the only thing that it does"))
                    .needsOneOf("checksum-fill"),
            ChecksumTarget::read);

    private static Outcome<Target> read(Reading reading) {
        return reading.made(ChecksumTarget::new);
    }

    @Override
    public String name() {
        return "CHECKSUM";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.CONTINUE;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return "--checksum-fill";
    }

    @Override
    public String listing(boolean numeric) {
        return "CHECKSUM fill";
    }
}
