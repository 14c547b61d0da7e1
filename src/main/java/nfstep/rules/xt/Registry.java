package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import nfstep.packet.IpFamily;

/**
 * Extensions of one kind by name. Each is made when its name is first met: a rule set names a few of them, and a start
 * that made them all took a twentieth longer.
 *
 * @param <T> a {@link nfstep.rules.Match} or a {@link nfstep.rules.Target}
 */
final class Registry<T> {
    private final TreeMap<String, Supplier<Extension<T>>> modelled = new TreeMap<>();
    private final Set<String> keptNames;
    private final Supplier<List<Extension<T>>> kept;

    /** An extension that is made when it is asked for. */
    record Named<T>(String name, Supplier<Extension<T>> extension) {}

    /** The modelled ones, and those that are only kept, with their names: a jump to a chain asks for no more. */
    Registry(List<Named<T>> modelled, Set<String> keptNames, Supplier<List<Extension<T>>> kept) {
        modelled.forEach(it -> this.modelled.put(it.name(), it.extension()));
        this.keptNames = Set.copyOf(keptNames);
        this.kept = kept;
    }

    /** The extension of that name that the family knows. */
    Optional<Extension<T>> find(String name, IpFamily family) {
        Supplier<Extension<T>> made = modelled.get(name);
        if (made != null && made.get().families().contains(family)) {
            return Optional.of(made.get());
        }
        return keptNames.contains(name)
                ? kept.get().stream()
                        .filter(it -> it.name().equals(name) && it.families().contains(family))
                        .findFirst()
                : Optional.empty();
    }

    /** The names that the family knows, sorted. */
    List<String> names(IpFamily family) {
        Set<String> all = new TreeSet<>(modelled.keySet());
        all.addAll(keptNames);
        return all.stream().filter(name -> find(name, family).isPresent()).toList();
    }
}
