package nfstep.rules;

/** A match that draws a number for each packet that comes to it. It is asked so only where a lab chose that number. */
public interface ChanceMatch extends Match {
    /** Whether it holds where that is drawn, which is less than one. */
    boolean holds(Chance drawn);

    /** What there is to say of it. */
    String seen(Chance drawn);
}
