package nfstep.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The draws that a lab chose and nobody made yet, in the order in which they will be made.
 *
 * @param next the number of the next one that is chosen
 */
public record ChosenDraws(List<ChosenDraw> left, long next) {
    /** Nothing is chosen. */
    public static final ChosenDraws NONE = new ChosenDraws(List.of(), 0);

    public ChosenDraws {
        left = List.copyOf(left);
    }

    /** What is drawn next there. */
    public Optional<ChosenDraw> next(String namespace, DrawKind kind) {
        return left.isEmpty()
                ? Optional.empty()
                : left.stream()
                        .filter(d -> d.kind() == kind && d.namespace().equals(namespace))
                        .findFirst();
    }

    /** These and more, one for each draw. */
    ChosenDraws with(String namespace, DrawKind kind, List<Long> values) {
        List<ChosenDraw> all = new ArrayList<>(left);
        long number = next;
        for (long value : values) {
            all.add(new ChosenDraw(number++, namespace, kind, value));
        }
        return new ChosenDraws(all, number);
    }

    /** These without that one, which was drawn. */
    ChosenDraws without(long number) {
        List<ChosenDraw> others =
                left.stream().filter(d -> d.number() != number).toList();
        if (others.size() == left.size()) {
            throw new IllegalArgumentException("nobody chose draw " + number);
        }
        return new ChosenDraws(others, next);
    }
}
