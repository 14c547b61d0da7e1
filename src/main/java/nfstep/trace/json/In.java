package nfstep.trace.json;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object that is read: each field is taken once, and in the end none may be left. */
final class In {
    private final Node node;
    private final Map<String, Json> values;
    private final Set<String> left;

    In(Node node, Map<String, Json> values) {
        this.node = node;
        this.values = values;
        this.left = new LinkedHashSet<>(values.keySet());
    }

    /** The complaint about this object. */
    Damaged damaged(String problem) {
        return node.damaged(problem);
    }

    /** The object itself. */
    Node self() {
        return node;
    }

    /** The field of that name, which must be there. */
    Node node(String name) {
        return find(name).orElseThrow(() -> node.damaged("\"" + name + "\" is missing"));
    }

    /** The field of that name, if it is there. */
    Optional<Node> find(String name) {
        Json value = values.get(name);
        left.remove(name);
        return value == null ? Optional.empty() : Optional.of(new Node(node, name, value));
    }

    String text(String name) {
        return node(name).text();
    }

    long number(String name) {
        return node(name).number();
    }

    int integer(String name) {
        return node(name).integer();
    }

    /** A number that is left out when it is 0. */
    long numberOr0(String name) {
        return find(name).map(Node::number).orElse(0L);
    }

    /** As {@link #numberOr0}. */
    int integerOr0(String name) {
        return find(name).map(Node::integer).orElse(0);
    }

    /** A flag that is left out when it is not set. */
    boolean flag(String name) {
        return find(name).map(Node::bool).orElse(false);
    }

    <E extends Enum<E>> E word(String name, E[] words) {
        Node found = node(name);
        String word = found.text();
        return Arrays.stream(words)
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElseThrow(() -> found.damaged("unknown word " + word));
    }

    <T> T get(String name, Codec<T> codec) {
        return codec.read(node(name));
    }

    <T> Optional<T> optional(String name, Codec<T> codec) {
        return find(name).map(codec::read);
    }

    /** A list that is left out when it is empty. */
    <T> List<T> list(String name, Codec<T> codec) {
        return find(name)
                .map(found -> found.array().stream().map(codec::read).toList())
                .orElse(List.of());
    }

    /** Refuses a field that nobody took. */
    void end() {
        if (!left.isEmpty()) {
            throw node.damaged("unknown field \"" + left.iterator().next() + "\"");
        }
    }
}
