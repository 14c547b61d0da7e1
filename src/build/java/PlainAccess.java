import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reads a field where a method is called that only returns it, as the accessors of records do: no compiler has to find
 * that out while the program starts. Such a method must belong to a final class, so that none overrides it.
 */
final class PlainAccess {
    private static final int WITH_GETTER = 3;

    private final Map<String, ClassNode> classes;
    private final Map<String, FieldInsnNode> getters = new HashMap<>();

    /** @param classes of the jar, by name */
    PlainAccess(Map<String, ClassNode> classes) {
        this.classes = classes;
        classes.values().stream().filter(c -> (c.access & ACC_FINAL) != 0).forEach(this::find);
    }

    private void find(ClassNode owner) {
        for (MethodNode method : owner.methods) {
            List<AbstractInsnNode> code = code(method);
            if (code.size() == WITH_GETTER
                    && (method.access & ACC_STATIC) == 0
                    && code.get(0) instanceof VarInsnNode self
                    && self.getOpcode() == ALOAD
                    && self.var == 0
                    && code.get(1) instanceof FieldInsnNode field
                    && field.getOpcode() == GETFIELD
                    && field.owner.equals(owner.name)
                    && method.desc.equals("()" + field.desc)) {
                getters.put(owner.name + "." + method.name + method.desc, field);
            }
        }
    }

    private static List<AbstractInsnNode> code(MethodNode method) {
        List<AbstractInsnNode> code = new ArrayList<>();
        for (AbstractInsnNode each : method.instructions) {
            if (each.getOpcode() >= 0) {
                code.add(each);
            }
        }
        return code;
    }

    /** Rewrites the calls in a method of a class. */
    void plain(ClassNode caller, MethodNode method) {
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each instanceof MethodInsnNode call && call.getOpcode() == INVOKEVIRTUAL) {
                FieldInsnNode field = getters.get(call.owner + "." + call.name + call.desc);
                if (field != null) {
                    open(classes.get(field.owner), field, caller);
                    method.instructions.set(call, new FieldInsnNode(GETFIELD, field.owner, field.name, field.desc));
                }
            }
        }
    }

    private static void open(ClassNode owner, FieldInsnNode used, ClassNode caller) {
        for (FieldNode field : owner.fields) {
            if (field.name.equals(used.name) && !owner.name.equals(caller.name)) {
                field.access = field.access & ~(ACC_PRIVATE | ACC_PROTECTED) | ACC_PUBLIC;
            }
        }
    }
}
