package nfstep.parse.iptables;

import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.TableName;
import nfstep.rules.edit.TableEdit;
import nfstep.source.Outcome;

/** {@code -V}: the version of iptables whose behaviour is followed. */
record VersionText(IpFamily family) implements IptablesCommand {
    @Override
    public Optional<TableName> table() {
        return Optional.empty();
    }

    @Override
    public Outcome<String> answer(TableView view) {
        return Outcome.done((family == IpFamily.IPV4 ? "iptables" : "ip6tables") + " v1.8.9 (legacy)\n");
    }

    @Override
    public Optional<TableEdit> edit() {
        return Optional.empty();
    }
}
