package nfstep.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is left of some elements after steps, one by one. */
class Elements<T> {
    private static final Object[] NONE = {};
    private static final int MOST = 64;

    private final Iterable<?> source;
    /** Each a {@link Predicate} that an element must pass, or a {@link Function} that replaces it. */
    private Object[] steps = NONE;

    private int count;
    /** Of each step that replaces, the bit of its number. */
    private long replacing;

    private Iterator<?> rest;
    private Object next;

    Elements(Iterable<?> source) {
        this.source = source;
    }

    /** Whether there is one more element, which is in {@link #next} then. */
    final boolean advance() {
        if (rest == null) {
            rest = source.iterator();
        }
        while (rest.hasNext()) {
            if (passes(rest.next())) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private boolean passes(Object element) {
        Object each = element;
        for (int i = 0; i < count; i++) {
            if ((replacing >> i & 1) != 0) {
                each = ((Function<Object, Object>) steps[i]).apply(each);
            } else if (!((Predicate<Object>) steps[i]).test(each)) {
                return false;
            }
        }
        next = each;
        return true;
    }

    @SuppressWarnings("unchecked")
    final T next() {
        return (T) next;
    }

    /** All elements. */
    final List<T> list() {
        List<T> list = new ArrayList<>();
        while (advance()) {
            list.add(next());
        }
        return list;
    }

    final boolean isFull() {
        return count == MOST;
    }

    final void add(Object step, boolean isReplacing) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, count + 2);
        }
        steps[count] = step;
        replacing |= (isReplacing ? 1L : 0L) << count;
        count++;
    }

    /** The elements one by one. */
    public Iterator<T> iterator() {
        return new Ahead<T>() {
            @Override
            boolean advance() {
                return Elements.this.advance();
            }

            @Override
            T current() {
                return Elements.this.next();
            }
        };
    }
}
