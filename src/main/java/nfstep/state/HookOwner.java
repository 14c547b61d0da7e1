package nfstep.state;

import nfstep.rules.TableName;

/** Whose function it is that a hook calls. */
public sealed interface HookOwner {
    /** A table of iptables, the nat table aside. */
    record Legacy(TableName table) implements HookOwner {
        @Override
        public String label() {
            return table.word();
        }
    }

    /** Reassembly of fragments: {@code nf_defrag_ipv4.c}. */
    record Defrag() implements HookOwner {
        @Override
        public String label() {
            return "defrag";
        }
    }

    /** The look-up of the connection: {@code nf_conntrack_in}. */
    record Conntrack() implements HookOwner {
        @Override
        public String label() {
            return "conntrack";
        }
    }

    /** Address translation, with the nat table inside: {@code nf_nat_inet_fn}. */
    record Nat() implements HookOwner {
        @Override
        public String label() {
            return "nat";
        }
    }

    /** The confirmation of a new connection: {@code nf_confirm}. */
    record Confirm() implements HookOwner {
        @Override
        public String label() {
            return "confirm";
        }
    }

    /** The name that the path bar shows. */
    String label();
}
