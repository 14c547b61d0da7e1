package nfstep.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What reading a text gave: a value, or why there is none; a value may come with remarks. */
public record Parsed<T>(Optional<T> value, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
        if (value.isEmpty() && diagnostics.isEmpty()) {
            throw new IllegalArgumentException("neither a value nor a reason");
        }
    }

    /** A value without remarks. */
    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), List.of());
    }

    /** A value with remarks. */
    public static <T> Parsed<T> of(T value, List<Diagnostic> remarks) {
        return new Parsed<>(Optional.of(value), remarks);
    }

    /** No value, for one reason. */
    public static <T> Parsed<T> failed(Diagnostic reason) {
        return new Parsed<>(Optional.empty(), List.of(reason));
    }

    /** No value, for several reasons. */
    public static <T> Parsed<T> failed(List<Diagnostic> reasons) {
        return new Parsed<>(Optional.empty(), reasons);
    }

    /** Whether there is a value. */
    public boolean ok() {
        return value.isPresent();
    }

    /** The value; asking for one that is not there is a mistake of the caller. */
    public T orElseThrow() {
        return value.orElseThrow(() -> new IllegalStateException(render()));
    }

    /** The same with another value. */
    public <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return new Parsed<>(value.map(change), diagnostics);
    }

    /** Goes on with the value; remarks of both steps are kept in order. */
    public <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        if (value.isEmpty()) {
            return failed(diagnostics);
        }
        Parsed<R> result = next.apply(value.get());
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(result.diagnostics);
        return new Parsed<>(result.value, all);
    }

    /** All diagnostics as text. */
    public String render() {
        return String.join("\n", diagnostics.stream().map(Diagnostic::render).toList());
    }
}
