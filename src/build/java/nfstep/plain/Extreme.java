package nfstep.plain;

import java.util.Comparator;
import java.util.function.BinaryOperator;

/** The greater of two, or the lesser; the first if they are equal. */
final class Extreme<T> implements BinaryOperator<T> {
    private final Comparator<? super T> order;
    private final int sign;

    Extreme(Comparator<? super T> order, int sign) {
        this.order = order;
        this.sign = sign;
    }

    @Override
    public T apply(T one, T other) {
        return Integer.signum(order.compare(one, other)) * sign >= 0 ? one : other;
    }
}
