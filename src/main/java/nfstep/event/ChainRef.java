package nfstep.event;

import nfstep.packet.IpFamily;
import nfstep.rules.TableName;

/** A chain by name. */
public record ChainRef(IpFamily family, TableName table, String chain) {
    /** Such as {@code filter/FORWARD}. */
    public String path() {
        return table.word() + "/" + chain;
    }
}
