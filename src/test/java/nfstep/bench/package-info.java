/**
 * The benchmark: what a user waits for and what a rule costs, against budgets.
 *
 * <p>Decision: no unit test is timed; this is a program of its own, run by {@code mvn verify -Pbench}. The machine may be
 * busy, so each figure is a median of runs, and the two sides of a ratio are measured in turns.
 */
package nfstep.bench;
