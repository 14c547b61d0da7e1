package nfstep.tui;

import java.util.Locale;
import java.util.Optional;

/** What a piece of text is; a theme decides how it looks. */
public enum Role {
    /** Plain text, and as an overlay: no overlay. */
    TEXT,
    /** Text of less weight, such as addresses that did not change. */
    DIM,
    HEADING,
    BORDER,
    BORDER_FOCUS,
    TITLE,
    TITLE_FOCUS,
    SELECTION,
    /** The rule or step at which the walk stands. */
    CURRENT_RULE,
    /** A rule that the packet met and passed. */
    PASSED,
    BREAKPOINT_ON,
    BREAKPOINT_OFF,
    VERDICT_ACCEPT,
    VERDICT_DROP,
    VERDICT_JUMP,
    /** A value that address translation wrote. */
    NAT,
    CONNTRACK,
    /** What this step changed. */
    CHANGED,
    SEARCH_MATCH,
    /** A verdict that depends on something not modelled. */
    UNCERTAIN,
    ERROR,
    STATUS,
    PROMPT,
    /** A key in the key bar. */
    KEY_HINT;

    /** The name in a theme file: {@code border.focus}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The role with a name from a theme file. */
    public static Optional<Role> ofKey(String key) {
        for (Role role : values()) {
            if (role.key().equals(key)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
