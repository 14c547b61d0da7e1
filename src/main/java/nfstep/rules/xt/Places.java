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
        return table == wanted
                ? Optional.empty()
                : Optional.of("the kernel takes it in the table " + wanted.word() + " only, not in " + table.word()
                        + ": write -t " + wanted.word());
    }

    /** The refusal of every hook but some. */
    static Optional<String> only(Hook hook, Hook... wanted) {
        List<Hook> good = List.of(wanted);
        return good.contains(hook)
                ? Optional.empty()
                : Optional.of("the kernel takes it in "
                        + good.stream().map(Hook::name).collect(Collectors.joining(", ")) + " only, not in " + hook);
    }
}
