import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class of all lambdas of one interface in one package that have caught as much: what they have caught as fields, and
 * a number that says which of them an object is.
 *
 * <p>One class for each of them would be simpler, and cost the start of the program a tenth of its time.
 */
final class LambdaClass {
    private static final String OBJECT = "java/lang/Object";
    private static final String MAKE = "make";

    private final String name;
    private final List<Type> shape;
    private final PlainLambda first;
    private final List<PlainLambda> lambdas = new ArrayList<>();

    /** @param first one of them, which is not added by that */
    LambdaClass(String name, PlainLambda first) {
        this.name = name;
        this.first = first;
        this.shape = first.shape();
    }

    String name() {
        return name;
    }

    /** Adds a lambda; the answer is what makes it of what it has caught, which is on the stack. */
    InsnList add(PlainLambda lambda) {
        MethodNode code = new MethodNode();
        push(code, lambdas.size());
        code.visitMethodInsn(INVOKESTATIC, name, MAKE, makerType(), false);
        lambdas.add(lambda);
        return code.instructions;
    }

    int size() {
        return lambdas.size();
    }

    /** The class with all that were added. */
    ClassNode node() {
        ClassNode node = new ClassNode();
        node.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT, new String[] {first.type()});
        constructor(node);
        if (shape.isEmpty()) {
            once(node);
        } else {
            maker(node);
        }
        method(node);
        return node;
    }

    private String makerType() {
        return Type.getMethodDescriptor(Type.getObjectType(first.type()), kept());
    }

    private Type[] kept() {
        List<Type> types = new ArrayList<>(shape);
        types.add(Type.INT_TYPE);
        return types.toArray(Type[]::new);
    }

    private void constructor(ClassNode node) {
        Type[] kept = kept();
        MethodVisitor code =
                node.visitMethod(ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, kept), null, null);
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < kept.length; i++) {
            node.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, kept[i].getDescriptor(), null, null);
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(kept[i].getOpcode(ILOAD), slot);
            code.visitFieldInsn(PUTFIELD, name, "c" + i, kept[i].getDescriptor());
            slot += kept[i].getSize();
        }
        end(code, RETURN);
    }

    private void maker(ClassNode node) {
        MethodVisitor code = node.visitMethod(ACC_STATIC, MAKE, makerType(), null, null);
        create(code);
        end(code, ARETURN);
    }

    /** A lambda that has caught nothing is made once, as Java does. */
    private void once(ClassNode node) {
        String all = "[L" + name + ";";
        node.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "MADE", all, null, null);
        MethodVisitor init = node.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        push(init, lambdas.size());
        init.visitTypeInsn(ANEWARRAY, name);
        init.visitFieldInsn(PUTSTATIC, name, "MADE", all);
        end(init, RETURN);
        MethodVisitor code = node.visitMethod(ACC_STATIC, MAKE, makerType(), null, null);
        Label there = new Label();
        made(code, all);
        code.visitJumpInsn(IFNONNULL, there);
        code.visitFieldInsn(GETSTATIC, name, "MADE", all);
        code.visitVarInsn(ILOAD, 0);
        create(code);
        code.visitInsn(AASTORE);
        code.visitLabel(there);
        code.visitFrame(F_SAME, 0, null, 0, null);
        made(code, all);
        end(code, ARETURN);
    }

    private void made(MethodVisitor code, String all) {
        code.visitFieldInsn(GETSTATIC, name, "MADE", all);
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(AALOAD);
    }

    private void create(MethodVisitor code) {
        code.visitTypeInsn(NEW, name);
        code.visitInsn(DUP);
        int slot = 0;
        for (Type type : kept()) {
            code.visitVarInsn(type.getOpcode(ILOAD), slot);
            slot += type.getSize();
        }
        code.visitMethodInsn(INVOKESPECIAL, name, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, kept()), false);
    }

    /** Does what the lambda does that has the number; the last one needs none. */
    private void method(ClassNode node) {
        MethodVisitor code =
                node.visitMethod(ACC_PUBLIC, first.method(), first.erased().getDescriptor(), null, null);
        int last = lambdas.size() - 1;
        Label[] labels = Stream.generate(Label::new).limit(last).toArray(Label[]::new);
        Label otherwise = new Label();
        if (last > 0) {
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, "c" + shape.size(), "I");
            code.visitTableSwitchInsn(0, last - 1, otherwise, labels);
        }
        for (int i = 0; i <= last; i++) {
            if (last > 0) {
                code.visitLabel(i < last ? labels[i] : otherwise);
                code.visitFrame(F_SAME, 0, null, 0, null);
            }
            lambdas.get(i).write(code, name);
        }
        code.visitMaxs(0, 0);
    }

    private static void push(MethodVisitor code, int number) {
        if (number <= 5) {
            code.visitInsn(ICONST_0 + number);
        } else if (number <= Byte.MAX_VALUE) {
            code.visitIntInsn(BIPUSH, number);
        } else {
            code.visitIntInsn(SIPUSH, number);
        }
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
    }
}
