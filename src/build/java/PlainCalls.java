import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Calls methods of {@code nfstep.plain} in the place of some of Java's own that are made of lambdas. Java links those at
 * the first call, and the first of all takes a twentieth of the time to the first screen.
 *
 * <p>The static methods there have the names and types of those that they stand for; for a method of an object, that is
 * the first argument.
 */
final class PlainCalls {
    private static final String PLAIN = "nfstep/plain/";
    private static final String COLLECTION = "java/util/Collection";
    private static final String STREAM = "()Ljava/util/stream/Stream;";
    private static final Map<String, String> STANDS_FOR = Map.ofEntries(
            Map.entry(PLAIN + "Sources", COLLECTION),
            Map.entry(PLAIN + "Characters", "java/lang/String"),
            Map.entry(PLAIN + "ArrayStreams", "java/util/Arrays"),
            Map.entry(PLAIN + "Optionals", "java/util/Optional"),
            Map.entry(PLAIN + "Streams", "java/util/stream/Stream"),
            Map.entry(PLAIN + "IntStreams", "java/util/stream/IntStream"),
            Map.entry(PLAIN + "Collecting", "java/util/stream/Collectors"),
            Map.entry(PLAIN + "Comparators", "java/util/Comparator"),
            Map.entry(PLAIN + "Predicates", "java/util/function/Predicate"),
            Map.entry(PLAIN + "Functions", "java/util/function/Function"),
            Map.entry(PLAIN + "Proxies", "java/lang/reflect/Proxy"),
            Map.entry(PLAIN + "Resources", "java/lang/Class"));

    private final Map<String, MethodInsnNode> plain = new HashMap<>();

    /** @param classes of the jar, by name, those of {@code nfstep.plain} among them */
    PlainCalls(Map<String, ClassNode> classes) {
        STANDS_FOR.forEach((name, owner) -> classes.get(name).methods.stream()
                .filter(m -> (m.access & ACC_PUBLIC) != 0 && (m.access & ACC_STATIC) != 0)
                .forEach(m -> add(name, owner, m)));
    }

    private void add(String name, String owner, MethodNode method) {
        MethodInsnNode call = new MethodInsnNode(INVOKESTATIC, name, method.name, method.desc, false);
        plain.put(owner + "." + method.name + method.desc, call);
    }

    /** Rewrites the calls in a method of a class. */
    void plain(ClassNode caller, MethodNode method) {
        if (caller.name.startsWith(PLAIN)) {
            return;
        }
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each instanceof MethodInsnNode call) {
                MethodInsnNode other = plain.get(owner(call) + "." + call.name + asStatic(call));
                if (other != null) {
                    method.instructions.set(call, other.clone(Map.of()));
                }
            }
        }
    }

    /** All of Java's collections make their streams alike. */
    private static String owner(MethodInsnNode call) {
        boolean streams = call.name.equals("stream")
                && call.desc.equals(STREAM)
                && (call.owner.startsWith("java/util/") || call.owner.startsWith("org/pcollections/"))
                && !call.owner.equals("java/util/Optional");
        return streams ? COLLECTION : call.owner;
    }

    private static String asStatic(MethodInsnNode call) {
        return call.getOpcode() == INVOKESTATIC
                ? call.desc
                : "(" + Type.getObjectType(owner(call)).getDescriptor() + call.desc.substring(1);
    }
}
