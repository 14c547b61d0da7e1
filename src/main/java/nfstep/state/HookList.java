package nfstep.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nfstep.rules.Backend;
import nfstep.rules.Hook;
import nfstep.rules.Priority;
import nfstep.rules.TableName;

/**
 * The functions of one family at all hooks of one namespace, each hook's in the order in which they run.
 *
 * @param registered how many registrations there were, for the order among equal priorities
 */
public record HookList(List<HookEntry> entries, long registered) {
    public HookList {
        entries = List.copyOf(entries);
    }

    /** No function at any hook. */
    public static HookList empty() {
        return new HookList(List.of(), 0);
    }

    /** The functions at one hook in the order in which they run. */
    public List<HookEntry> at(Hook hook) {
        return entries.stream().filter(e -> e.hook() == hook).toList();
    }

    /** Whether any function is of that owner. */
    public boolean has(HookOwner owner) {
        return entries.stream().anyMatch(e -> e.owner().equals(owner));
    }

    /**
     * This list with one more function. Among equal priorities the newest runs first: {@code net/netfilter/core.c},
     * {@code nf_hook_entries_grow}.
     */
    public HookList register(Hook hook, int priority, HookOwner owner) {
        List<HookEntry> all = new ArrayList<>(entries);
        int at = 0;
        while (at < all.size() && isBefore(all.get(at), hook, priority)) {
            at++;
        }
        all.add(at, new HookEntry(hook, priority, registered, owner));
        return new HookList(all, registered + 1);
    }

    private static boolean isBefore(HookEntry entry, Hook hook, int priority) {
        int order = entry.hook().compareTo(hook);
        return order < 0 || (order == 0 && entry.priority() < priority);
    }

    /** This list with the functions of a table that is used for the first time: {@code iptable_*_table_init}. */
    public HookList withTable(TableName table, Backend backend) {
        HookOwner owner = table == TableName.NAT ? new HookOwner.Nat() : new HookOwner.Legacy(table);
        HookList list = this;
        if (!has(owner)) {
            for (Hook hook : table.hooks()) {
                list = list.register(hook, table.priority(hook, backend), owner);
            }
        }
        return list;
    }

    /** This list with connection tracking, defragmentation and confirmation: {@code nf_ct_netns_get}. */
    public HookList withConntrack() {
        if (has(new HookOwner.Conntrack())) {
            return this;
        }
        return withDefrag()
                .register(Hook.PREROUTING, Priority.CONNTRACK, new HookOwner.Conntrack())
                .register(Hook.OUTPUT, Priority.CONNTRACK, new HookOwner.Conntrack())
                .register(Hook.INPUT, Priority.CONNTRACK_CONFIRM, new HookOwner.Confirm())
                .register(Hook.POSTROUTING, Priority.CONNTRACK_CONFIRM, new HookOwner.Confirm());
    }

    /** This list with fragments put together: {@code nf_defrag_ipv4_enable}. */
    public HookList withDefrag() {
        return has(new HookOwner.Defrag())
                ? this
                : register(Hook.PREROUTING, Priority.CONNTRACK_DEFRAG, new HookOwner.Defrag())
                        .register(Hook.OUTPUT, Priority.CONNTRACK_DEFRAG, new HookOwner.Defrag());
    }

    /** This list without connection tracking: {@code nf_ct_netns_put}, when its last user is gone. */
    public HookList withoutConntrack() {
        Predicate<HookEntry> stays = e -> !(e.owner() instanceof HookOwner.Conntrack
                || e.owner() instanceof HookOwner.Confirm
                || e.owner() instanceof HookOwner.Defrag);
        return new HookList(entries.stream().filter(stays).toList(), registered);
    }
}
