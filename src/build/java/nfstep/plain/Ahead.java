package nfstep.plain;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Elements of which the next is looked for when somebody asks whether there is one. */
abstract class Ahead<T> implements Iterator<T> {
    private boolean isReady;

    /** Whether there is one more element, which is {@link #current} then. */
    abstract boolean advance();

    abstract T current();

    @Override
    public final boolean hasNext() {
        isReady = isReady || advance();
        return isReady;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isReady = false;
        return current();
    }
}
