package nfstep.trace.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, and where it stands.
 *
 * @param key its name or number in its parent; for a root the whole path
 */
record Node(@Nullable Node parent, Object key, Json json) {
    /** A value that is not in another one. */
    static Node root(String path, Json json) {
        return new Node(null, path, json);
    }

    /** Such as {@code $.events[3].skb}. */
    String path() {
        if (parent == null) {
            return key.toString();
        }
        return parent.path() + (key instanceof Integer ? "[" + key + "]" : "." + key);
    }

    /** The complaint about this value. */
    Damaged damaged(String problem) {
        return new Damaged(path(), problem);
    }

    String text() {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw damaged("a string is expected");
    }

    long number() {
        if (json instanceof Json.Whole number) {
            return number.value();
        }
        throw damaged("a whole number is expected");
    }

    int integer() {
        long value = number();
        if (value != (int) value) {
            throw damaged("out of range: " + value);
        }
        return (int) value;
    }

    boolean bool() {
        if (json instanceof Json.Bool bool) {
            return bool.value();
        }
        throw damaged("true or false is expected");
    }

    boolean isNull() {
        return json instanceof Json.Null;
    }

    /** The elements of a list. */
    List<Node> array() {
        if (!(json instanceof Json.Array array)) {
            throw damaged("a list is expected");
        }
        List<Node> nodes = new ArrayList<>(array.values().size());
        for (Json value : array.values()) {
            nodes.add(new Node(this, nodes.size(), value));
        }
        return nodes;
    }

    /** The elements of a list of that length. */
    List<Node> array(int length) {
        List<Node> nodes = array();
        if (nodes.size() != length) {
            throw damaged("a list of " + length + " is expected");
        }
        return nodes;
    }

    In object() {
        if (json instanceof Json.Fields fields) {
            return new In(this, fields.values());
        }
        throw damaged("an object is expected");
    }
}
