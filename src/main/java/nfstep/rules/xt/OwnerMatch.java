package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Owner;
import nfstep.rules.TableName;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m owner}: compares who opened the socket that sends the packet. A packet that came in by a device has none; the
 * kernel's own sockets, which send echo replies, ICMP errors and RSTs, exist and belong to nobody.
 *
 * <p>Source: iptables-extensions(8), "owner"; kernel {@code net/netfilter/xt_owner.c}, {@code owner_mt}.
 *
 * @param exists whether a socket must exist, null where it need not
 * @param user null where it may be any, as group
 * @param supplementary whether other groups of the program count, too; programs of a lab have none
 */
public record OwnerMatch(
        @Nullable Boolean exists,
        @Nullable OwnerIds user,
        @Nullable OwnerIds group,
        boolean supplementary) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "owner",
            "Compares who opened the socket that sends the packet.",
            Options.of(
                            OptionSpec.invertible("uid-owner", "USER[-USER]  numbers, or root"),
                            OptionSpec.invertible("gid-owner", "GROUP[-GROUP]  numbers, or root"),
                            new OptionSpec("socket-exists", 0, true, "a socket sends it"),
                            OptionSpec.flag("suppl-groups", "other groups of the program count, too"))
                    .needsOneOf("uid-owner", "gid-owner", "socket-exists")
                    .needing("suppl-groups", "gid-owner"),
            OwnerMatch::read);

    private static Outcome<Match> read(Reading reading) {
        Boolean exists =
                reading.use("socket-exists").map(use -> !use.inverted()).orElse(null);
        OwnerIds user = ids(reading, "uid-owner");
        OwnerIds group = ids(reading, "gid-owner");
        boolean supplementary = reading.has("suppl-groups");
        boolean before = reading.setting().options().stream()
                .map(OptionUse::option)
                .takeWhile(option -> !option.equals("gid-owner"))
                .anyMatch(option -> option.equals("suppl-groups"));
        if (before) {
            reading.refuse("--suppl-groups goes behind --gid-owner");
        }
        return reading.made(() -> new OwnerMatch(exists, user, group, supplementary));
    }

    private static @Nullable OwnerIds ids(Reading reading, String option) {
        return reading.use(option).map(use -> OwnerIds.read(reading, use)).orElse(null);
    }

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public boolean matches(MatchContext context) {
        Owner owner = context.skb().owner();
        return switch (owner.kind()) {
            case PROGRAM, LISTENER -> !forbidsSocket() && holds(user, owner.uid()) && holds(group, owner.gid());
            case KERNEL -> !forbidsSocket() && isEmptyOrInverted(user) && isEmptyOrInverted(group);
            case NOBODY -> isAllInverted();
        };
    }

    private boolean forbidsSocket() {
        return exists != null && !exists;
    }

    private boolean isAllInverted() {
        return (exists == null || !exists) && isEmptyOrInverted(user) && isEmptyOrInverted(group) && !supplementary;
    }

    private static boolean isEmptyOrInverted(@Nullable OwnerIds ids) {
        return ids == null || ids.inverted();
    }

    private static boolean holds(@Nullable OwnerIds ids, int id) {
        return ids == null || ids.holds(id);
    }

    @Override
    public Evidence explain(MatchContext context) {
        Owner owner = context.skb().owner();
        String seen =
                switch (owner.kind()) {
                    case PROGRAM, LISTENER ->
                        "sent by user " + Integer.toUnsignedString(owner.uid()) + ", group "
                                + Integer.toUnsignedString(owner.gid());
                    case KERNEL -> "sent by a socket of the kernel, which nobody owns";
                    case NOBODY -> "no socket";
                };
        return new Evidence(toSyntax(), seen);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(hook, Hook.OUTPUT, Hook.POSTROUTING);
    }

    @Override
    public String options() {
        return Parts.join(
                exists == null ? "" : Parts.option(!exists, "socket-exists", ""),
                user == null ? "" : Parts.option(user.inverted(), "uid-owner", user.text()),
                group == null ? "" : Parts.option(group.inverted(), "gid-owner", group.text()),
                supplementary ? "--suppl-groups" : "");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                exists == null ? "" : (exists ? "" : "! ") + "owner socket exists",
                user == null ? "" : listed("owner UID match", user, false, numeric),
                group == null ? "" : listed("owner GID match", group, true, numeric),
                supplementary ? "incl. suppl. groups" : "");
    }

    private static String listed(String label, OwnerIds ids, boolean ofGroup, boolean numeric) {
        return Parts.join(ids.inverted() ? "!" : "", label, ids.listing(ofGroup, numeric));
    }
}
