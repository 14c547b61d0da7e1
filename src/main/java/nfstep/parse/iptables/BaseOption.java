package nfstep.parse.iptables;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of iptables itself: {@code iptables.c}, {@code original_opts}; {@code xshared.h}, {@code IPT_OPTSTRING}. */
enum BaseOption {
    APPEND('A', Value.NEEDED, "append"),
    CHECK('C', Value.NEEDED, "check"),
    DELETE('D', Value.NEEDED, "delete"),
    INSERT('I', Value.NEEDED, "insert"),
    REPLACE('R', Value.NEEDED, "replace"),
    LIST('L', Value.ATTACHED, "list"),
    LIST_RULES('S', Value.ATTACHED, "list-rules"),
    FLUSH('F', Value.ATTACHED, "flush"),
    ZERO('Z', Value.ATTACHED, "zero"),
    NEW_CHAIN('N', Value.NEEDED, "new-chain"),
    DELETE_CHAIN('X', Value.ATTACHED, "delete-chain"),
    RENAME_CHAIN('E', Value.NEEDED, "rename-chain"),
    POLICY('P', Value.NEEDED, "policy"),
    SOURCE('s', Value.NEEDED, "source"),
    DESTINATION('d', Value.NEEDED, "destination"),
    PROTOCOL('p', Value.NEEDED, "protocol"),
    IN('i', Value.NEEDED, "in-interface"),
    OUT('o', Value.NEEDED, "out-interface"),
    FRAGMENT('f', Value.NONE, "fragments"),
    JUMP('j', Value.NEEDED, "jump"),
    GOTO('g', Value.NEEDED, "goto"),
    MATCH('m', Value.NEEDED, "match"),
    TABLE('t', Value.NEEDED, "table"),
    COUNTERS('c', Value.NEEDED, "set-counters"),
    NUMERIC('n', Value.NONE, "numeric"),
    VERBOSE('v', Value.NONE, "verbose"),
    EXACT('x', Value.NONE, "exact"),
    LINE_NUMBERS('\0', Value.NONE, "line-numbers"),
    WAIT('w', Value.ATTACHED, "wait"),
    WAIT_INTERVAL('W', Value.ATTACHED, "wait-interval"),
    MODPROBE('M', Value.NEEDED, "modprobe"),
    IPV4('4', Value.NONE, "ipv4"),
    IPV6('6', Value.NONE, "ipv6"),
    VERSION('V', Value.NONE, "version"),
    HELP('h', Value.ATTACHED, "help");

    /** Whether a word belongs to an option. */
    enum Value {
        NONE,
        /** In the same word, or else the next word. */
        NEEDED,
        /** In the same word, or none. */
        ATTACHED
    }

    private static final Set<BaseOption> COMMANDS = EnumSet.range(APPEND, POLICY);
    private static final Set<BaseOption> RULES = EnumSet.range(APPEND, REPLACE);
    private static final Set<BaseOption> INVERTIBLE = EnumSet.range(SOURCE, FRAGMENT);
    private static final Set<BaseOption> WHOLE_WORD = EnumSet.of(SOURCE, DESTINATION, PROTOCOL, IN, OUT, JUMP);
    private static final Set<BaseOption> REPEATABLE =
            EnumSet.of(MATCH, TABLE, VERBOSE, WAIT, WAIT_INTERVAL, IPV4, IPV6, VERSION);

    private static final Map<String, BaseOption> BY_NAME = new LinkedHashMap<>();
    private static final @Nullable BaseOption[] BY_LETTER = new @Nullable BaseOption[128];

    static {
        for (BaseOption option : values()) {
            option.names().forEach(name -> BY_NAME.put(name, option));
            BY_LETTER[option.letter] = option;
        }
    }

    private final char letter;
    private final Value value;
    private final String name;

    BaseOption(char letter, Value value, String name) {
        this.letter = letter;
        this.value = value;
        this.name = name;
    }

    /** The option of a letter, if there is one. */
    static Optional<BaseOption> of(char letter) {
        return letter == '\0' || letter >= 128 ? Optional.empty() : Optional.ofNullable(BY_LETTER[letter]);
    }

    /** The option of a whole long name, if there is one. */
    static @Nullable BaseOption named(String name) {
        return BY_NAME.get(name);
    }

    Value value() {
        return value;
    }

    /** The long names, without the dashes. */
    List<String> names() {
        return switch (this) {
            case SOURCE -> List.of(name, "src");
            case DESTINATION -> List.of(name, "dst");
            default -> List.of(name);
        };
    }

    /** Whether it says what is to be done: one of them must be there. */
    boolean isCommand() {
        return COMMANDS.contains(this);
    }

    /** Whether it is a command about a rule that the other options describe. */
    boolean takesRule() {
        return RULES.contains(this);
    }

    boolean isInvertible() {
        return INVERTIBLE.contains(this);
    }

    boolean isRepeatable() {
        return REPEATABLE.contains(this);
    }

    /**
     * Whether a word that is attached to it, as in {@code -ptcp} or {@code --protocol=tcp}, is not taken apart:
     * {@code do_parse} looks at the last word, not at what getopt_long(3) made of it.
     */
    boolean takesWholeWord() {
        return WHOLE_WORD.contains(this);
    }

    /** As a user writes it: {@code -A}, or {@code --line-numbers} where there is no letter. */
    String written() {
        return letter == '\0' ? "--" + name : "-" + letter;
    }
}
