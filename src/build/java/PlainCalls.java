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
    private static final Map<String, String> STANDS_FOR = Map.of(
            PLAIN + "Streams", "java/util/stream/Stream",
            PLAIN + "IntStreams", "java/util/stream/IntStream",
            PLAIN + "Collecting", "java/util/stream/Collectors",
            PLAIN + "Comparators", "java/util/Comparator",
            PLAIN + "Predicates", "java/util/function/Predicate",
            PLAIN + "Functions", "java/util/function/Function",
            PLAIN + "Proxies", "java/lang/reflect/Proxy",
            PLAIN + "Resources", "java/lang/Class");

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
                MethodInsnNode other = plain.get(call.owner + "." + call.name + asStatic(call));
                if (other != null) {
                    method.instructions.set(call, other.clone(Map.of()));
                }
            }
        }
    }

    private static String asStatic(MethodInsnNode call) {
        return call.getOpcode() == INVOKESTATIC
                ? call.desc
                : "(" + Type.getObjectType(call.owner).getDescriptor() + call.desc.substring(1);
    }
}
