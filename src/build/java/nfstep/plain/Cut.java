package nfstep.plain;

import java.util.Iterator;
import java.util.function.Predicate;

/** The first elements of others, which can be had once: at most so many, and none behind the first that does not pass. */
final class Cut<T> extends Ahead<T> implements Iterable<T> {
    private final Iterator<T> whole;
    private final Predicate<? super T> passes;
    private long left;
    private T current;

    /** @param passes null where all do */
    Cut(Iterator<T> whole, long most, Predicate<? super T> passes) {
        if (most < 0) {
            throw new IllegalArgumentException(Long.toString(most));
        }
        this.whole = whole;
        this.passes = passes;
        this.left = most;
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    boolean advance() {
        if (left == 0 || !whole.hasNext()) {
            return false;
        }
        current = whole.next();
        boolean isTaken = passes == null || passes.test(current);
        left = isTaken ? left - 1 : 0;
        return isTaken;
    }

    @Override
    T current() {
        return current;
    }
}
