package nfstep.rules.edit;

/** The number of a rule in its chain, from 1. */
final class RuleNumber {
    private RuleNumber() {}

    static void check(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("rule number out of range: " + number);
        }
    }
}
