package nfstep.plain;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/** The elements of the streams that a function makes of others. */
final class Flat<T, R> implements Iterator<R> {
    private final Iterator<T> outer;
    private final Function<? super T, ? extends Stream<? extends R>> mapper;
    private Iterator<? extends R> inner = Collections.emptyIterator();

    Flat(Iterator<T> outer, Function<? super T, ? extends Stream<? extends R>> mapper) {
        this.outer = outer;
        this.mapper = mapper;
    }

    @Override
    public boolean hasNext() {
        while (!inner.hasNext()) {
            if (!outer.hasNext()) {
                return false;
            }
            Stream<? extends R> made = mapper.apply(outer.next());
            inner = made == null ? Collections.emptyIterator() : made.iterator();
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return inner.next();
    }
}
