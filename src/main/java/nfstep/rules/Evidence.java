package nfstep.rules;

/**
 * Why a match held or did not: what the rule wanted and what the packet had, as a user reads it.
 *
 * @param wanted in the rule's own syntax, such as {@code -p tcp --dport 80}
 * @param seen such as {@code dport 443}
 */
public record Evidence(String wanted, String seen) {}
