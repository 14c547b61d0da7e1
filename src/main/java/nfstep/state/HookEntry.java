package nfstep.state;

import nfstep.rules.Hook;

/**
 * One function registered at a hook: {@code struct nf_hook_ops}.
 *
 * @param sequence the order of registration; of two with one priority the later runs first
 */
public record HookEntry(Hook hook, int priority, long sequence, HookOwner owner) {}
