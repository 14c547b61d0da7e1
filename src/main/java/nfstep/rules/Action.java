package nfstep.rules;

/** The end of a rule. */
public sealed interface Action {
    /** No {@code -j}: the rule only counts. */
    record None() implements Action {
        @Override
        public String toSyntax() {
            return "";
        }
    }

    /** ACCEPT, DROP or QUEUE. */
    record Standard(Verdict verdict) implements Action {
        @Override
        public String toSyntax() {
            return "-j " + verdict.name();
        }
    }

    /** RETURN: back to the calling chain, or to the policy. */
    record Return() implements Action {
        @Override
        public String toSyntax() {
            return "-j RETURN";
        }
    }

    /** {@code -j CHAIN}: a walk through another chain that comes back here. */
    record Jump(String chain) implements Action {
        @Override
        public String toSyntax() {
            return "-j " + chain;
        }
    }

    /** {@code -g CHAIN}: a walk through another chain that does not come back here. */
    record Goto(String chain) implements Action {
        @Override
        public String toSyntax() {
            return "-g " + chain;
        }
    }

    /** A target that is an extension. */
    record Extension(Target target) implements Action {
        @Override
        public String toSyntax() {
            return target.toSyntax();
        }
    }

    /** As {@code iptables-save} prints it. */
    String toSyntax();
}
