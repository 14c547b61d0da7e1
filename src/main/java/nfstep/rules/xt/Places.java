package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.rules.Hook;
import nfstep.rules.TableName;

/** Where the kernel loads an extension: {@code x_tables.c}, {@code xt_check_match} and {@code xt_check_target}. */
final class Places {
    private Places() {}

    /** The refusal of every table but one. */
    static Optional<String> only(TableName table, TableName wanted) {
        return oneOf(table, List.of(wanted));
    }

    /** The refusal of every hook but some. */
    static Optional<String> only(Hook hook, Hook... wanted) {
        return oneOf(hook, List.of(wanted));
    }

    /** The refusal of every table but some. */
    static Optional<String> oneOf(TableName table, List<TableName> wanted) {
        String words = wanted.stream().map(TableName::word).collect(Collectors.joining(" or "));
        return wanted.contains(table)
                ? Optional.empty()
                : Optional.of("the kernel takes it in the table " + words + " only, not in " + table.word()
                        + ": write -t " + wanted.get(0).word());
    }

    /** The refusal of every hook but some. */
    static Optional<String> oneOf(Hook hook, List<Hook> wanted) {
        String words = wanted.stream().map(Hook::name).collect(Collectors.joining(", "));
        return wanted.contains(hook)
                ? Optional.empty()
                : Optional.of("the kernel takes it in " + words + " only, not in " + hook);
    }
}
