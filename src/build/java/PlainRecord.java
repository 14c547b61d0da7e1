import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What {@code hashCode}, {@code equals} and {@code toString} of a record do: {@link java.lang.runtime.ObjectMethods}. */
final class PlainRecord {
    private static final String METHODS = "java/lang/runtime/ObjectMethods";
    private static final String OBJECTS = "java/util/Objects";
    private static final String BUILDER = "java/lang/StringBuilder";

    private final String name;
    private final MethodNode code;
    private final List<Handle> components = new ArrayList<>();

    private PlainRecord(String name, MethodNode code, InvokeDynamicInsnNode site) {
        this.name = name;
        this.code = code;
        for (int i = 2; i < site.bsmArgs.length; i++) {
            components.add((Handle) site.bsmArgs[i]);
        }
    }

    /** Whether the instruction does the work of such a method. */
    static boolean makes(InvokeDynamicInsnNode site) {
        return site.bsm.getOwner().equals(METHODS);
    }

    /** Writes the method anew, which holds nothing but that instruction. */
    static void rewrite(ClassNode owner, MethodNode method, InvokeDynamicInsnNode site) {
        method.instructions.clear();
        method.localVariables = null;
        PlainRecord made = new PlainRecord(owner.name, method, site);
        switch (method.name) {
            case "hashCode" -> made.hash();
            case "equals" -> made.equal();
            case "toString" -> made.text();
            default -> throw new IllegalArgumentException("not a method of records: " + method.name);
        }
    }

    private void hash() {
        code.visitInsn(ICONST_0);
        for (Handle component : components) {
            Type type = Type.getType(component.getDesc());
            code.visitIntInsn(BIPUSH, 31);
            code.visitInsn(IMUL);
            get(0, component);
            if (Conversion.isPrimitive(type)) {
                call(Conversion.boxOf(type), "hashCode", "(" + type + ")I");
            } else {
                call(OBJECTS, "hashCode", "(Ljava/lang/Object;)I");
            }
            code.visitInsn(IADD);
        }
        code.visitInsn(IRETURN);
    }

    private void equal() {
        Label other = new Label();
        Label differs = new Label();
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        code.visitJumpInsn(IF_ACMPNE, other);
        code.visitInsn(ICONST_1);
        code.visitInsn(IRETURN);
        mark(other);
        code.visitVarInsn(ALOAD, 1);
        code.visitTypeInsn(INSTANCEOF, name);
        code.visitJumpInsn(IFEQ, differs);
        components.forEach(c -> compare(c, differs));
        code.visitInsn(ICONST_1);
        code.visitInsn(IRETURN);
        mark(differs);
        code.visitInsn(ICONST_0);
        code.visitInsn(IRETURN);
    }

    private void compare(Handle component, Label differs) {
        Type type = Type.getType(component.getDesc());
        get(0, component);
        get(1, component);
        if (!Conversion.isPrimitive(type)) {
            call(OBJECTS, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
            code.visitJumpInsn(IFEQ, differs);
        } else if (type.getSort() <= Type.INT) {
            code.visitJumpInsn(IF_ICMPNE, differs);
        } else {
            call(Conversion.boxOf(type), "compare", "(" + type + type + ")I");
            code.visitJumpInsn(IFNE, differs);
        }
    }

    private void text() {
        code.visitTypeInsn(NEW, BUILDER);
        code.visitInsn(DUP);
        code.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "()V", false);
        String before = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1) + "[";
        for (Handle component : components) {
            append(before + component.getName() + "=");
            before = ", ";
            get(0, component);
            append(Type.getType(component.getDesc()));
        }
        append(components.isEmpty() ? before + "]" : "]");
        code.visitMethodInsn(INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
        code.visitInsn(ARETURN);
    }

    private void append(String constant) {
        code.visitLdcInsn(constant);
        append(Type.getObjectType("java/lang/String"));
    }

    private void append(Type type) {
        boolean isSmall = type == Type.BYTE_TYPE || type == Type.SHORT_TYPE;
        String object = type.getDescriptor().equals("Ljava/lang/String;") ? type.toString() : "Ljava/lang/Object;";
        String argument = Conversion.isPrimitive(type) ? isSmall ? "I" : type.toString() : object;
        code.visitMethodInsn(INVOKEVIRTUAL, BUILDER, "append", "(" + argument + ")L" + BUILDER + ";", false);
    }

    private void get(int variable, Handle component) {
        code.visitVarInsn(ALOAD, variable);
        if (variable > 0) {
            code.visitTypeInsn(CHECKCAST, name);
        }
        code.visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
    }

    private void call(String owner, String method, String type) {
        code.visitMethodInsn(INVOKESTATIC, owner, method, type, false);
    }

    /** Here the variables are what they were at the start, and the stack is empty. */
    private void mark(Label label) {
        code.visitLabel(label);
        code.visitFrame(F_SAME, 0, null, 0, null);
    }
}
