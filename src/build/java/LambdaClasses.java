import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which class each lambda of a jar becomes an object of. */
final class LambdaClasses {
    /** A method of over 8,000 bytes is never compiled: {@code HugeMethodLimit}. A lambda takes some 20. */
    private static final int MOST = 200;

    private final Map<String, ClassNode> classes;
    private final Map<String, LambdaClass> open = new HashMap<>();
    private final List<LambdaClass> all = new ArrayList<>();
    private final List<Runnable> nesting = new ArrayList<>();

    /** @param classes of the jar, by name */
    LambdaClasses(Map<String, ClassNode> classes) {
        this.classes = classes;
    }

    /** Makes the lambda of an instruction of a class an object of one of the classes. */
    void plain(ClassNode host, MethodNode method, InvokeDynamicInsnNode site) {
        PlainLambda lambda = new PlainLambda(site);
        boolean nested = !opens(lambda.body());
        String place = nested ? nest(host).name : host.name.substring(0, host.name.lastIndexOf('/') + 1);
        LambdaClass made = classOf(place, lambda);
        method.instructions.insert(site, made.add(lambda));
        method.instructions.remove(site);
        if (nested && made.size() == 1) {
            nesting.add(() -> join(made, nest(host)));
        }
    }

    /** Adds the classes that were made to those of the jar. */
    void write() {
        all.forEach(c -> classes.put(c.name(), c.node()));
        nesting.forEach(Runnable::run);
    }

    private LambdaClass classOf(String place, PlainLambda lambda) {
        String key = place + " " + lambda.type() + " " + lambda.method() + lambda.erased() + lambda.shape();
        LambdaClass made = open.get(key);
        if (made == null || made.size() == MOST) {
            made = new LambdaClass(place + "$$L" + all.size(), lambda);
            open.put(key, made);
            all.add(made);
        }
        return made;
    }

    private void join(LambdaClass made, ClassNode nest) {
        classes.get(made.name()).visitNestHost(nest.name);
        nest.visitNestMember(made.name());
    }

    /**
     * Lets the package call a private body, if nothing can come of it: a static method is not overridden, nor is one of a
     * final class that inherits nothing of ours.
     */
    private boolean opens(Handle body) {
        ClassNode owner = classes.get(body.getOwner());
        if (owner == null) {
            return true;
        }
        for (MethodNode method : owner.methods) {
            if (method.name.equals(body.getName()) && method.desc.equals(body.getDesc())) {
                return (method.access & ACC_PRIVATE) == 0 || opens(owner, method);
            }
        }
        return true;
    }

    private boolean opens(ClassNode owner, MethodNode method) {
        boolean bound = (method.access & ACC_STATIC) != 0 || method.name.equals("<init>");
        boolean alone = (owner.access & ACC_FINAL) != 0 && !classes.containsKey(owner.superName);
        boolean isInterface = (owner.access & ACC_INTERFACE) != 0;
        if (!bound && (isInterface || !alone)) {
            return false;
        }
        method.access = method.access & ~ACC_PRIVATE | (isInterface ? ACC_PUBLIC : 0);
        return true;
    }

    /** The class whose private methods a lambda may call. */
    private ClassNode nest(ClassNode host) {
        return host.nestHostClass == null ? host : classes.get(host.nestHostClass);
    }
}
