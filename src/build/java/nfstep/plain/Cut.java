package nfstep.plain;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The first elements of others, which can be had once: at most so many, and none behind the first that does not pass. */
final class Cut<T> implements Iterable<T>, Iterator<T> {
    private final Iterator<T> whole;
    private final Predicate<? super T> passes;
    private long left;
    private boolean isReady;
    private T next;

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
    public boolean hasNext() {
        if (!isReady && left > 0 && whole.hasNext()) {
            next = whole.next();
            isReady = passes == null || passes.test(next);
            left = isReady ? left - 1 : 0;
        }
        return isReady;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isReady = false;
        return next;
    }
}
