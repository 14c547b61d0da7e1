import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class that a lambda or a method reference becomes: what it has caught as fields, its one method calling the body.
 *
 * <p>Source: {@link java.lang.invoke.LambdaMetafactory}, whose arguments say all of it.
 */
final class PlainLambda {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String OBJECT = "java/lang/Object";
    private static final String MAKE = "make";

    private final ClassNode node = new ClassNode();
    private final String name;
    private final InvokeDynamicInsnNode site;
    private final Type[] caught;
    private final Handle body;

    /** @param nest the class that the new one becomes a member of, so that it may call private methods there */
    PlainLambda(String name, ClassNode nest, InvokeDynamicInsnNode site) {
        this.name = name;
        this.site = site;
        this.caught = Type.getArgumentTypes(site.desc);
        this.body = (Handle) site.bsmArgs[1];
        String type = Type.getReturnType(site.desc).getInternalName();
        node.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT, new String[] {type});
        node.visitNestHost(nest.name);
        nest.visitNestMember(name);
        constructor();
        maker();
        method();
    }

    /** Whether the instruction makes a lambda of the simple kind: no other kind is used. */
    static boolean makes(InvokeDynamicInsnNode site) {
        return site.bsm.getOwner().equals(FACTORY) && site.bsm.getName().equals("metafactory");
    }

    String name() {
        return name;
    }

    ClassNode node() {
        return node;
    }

    /** What stands in the place of the instruction. */
    MethodInsnNode call() {
        return new MethodInsnNode(INVOKESTATIC, name, MAKE, site.desc, false);
    }

    private String constructorType() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, caught);
    }

    private void constructor() {
        MethodVisitor code = node.visitMethod(ACC_PRIVATE, "<init>", constructorType(), null, null);
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < caught.length; i++) {
            node.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, caught[i].getDescriptor(), null, null);
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(caught[i].getOpcode(ILOAD), slot);
            code.visitFieldInsn(PUTFIELD, name, "c" + i, caught[i].getDescriptor());
            slot += caught[i].getSize();
        }
        end(code, RETURN);
    }

    /** A lambda that has caught nothing is made once, as Java does. */
    private void maker() {
        MethodVisitor code = node.visitMethod(ACC_STATIC, MAKE, site.desc, null, null);
        if (caught.length == 0) {
            String type = "L" + name + ";";
            node.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "ONE", type, null, null);
            code.visitFieldInsn(GETSTATIC, name, "ONE", type);
            MethodVisitor once = node.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
            create(once);
            once.visitFieldInsn(PUTSTATIC, name, "ONE", type);
            end(once, RETURN);
        } else {
            create(code);
        }
        end(code, ARETURN);
    }

    private void create(MethodVisitor code) {
        code.visitTypeInsn(NEW, name);
        code.visitInsn(DUP);
        int slot = 0;
        for (Type type : caught) {
            code.visitVarInsn(type.getOpcode(ILOAD), slot);
            slot += type.getSize();
        }
        code.visitMethodInsn(INVOKESPECIAL, name, "<init>", constructorType(), false);
    }

    private void method() {
        Type erased = (Type) site.bsmArgs[0];
        Type exact = (Type) site.bsmArgs[2];
        MethodVisitor code = node.visitMethod(ACC_PUBLIC, site.name, erased.getDescriptor(), null, null);
        if (isConstructor()) {
            code.visitTypeInsn(NEW, body.getOwner());
            code.visitInsn(DUP);
        }
        arguments(code, erased.getArgumentTypes(), exact.getArgumentTypes());
        code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type returned = erased.getReturnType();
        Conversion.convert(code, result(), exact.getReturnType());
        Conversion.convert(code, exact.getReturnType(), returned);
        end(code, returned.getOpcode(IRETURN));
    }

    private void arguments(MethodVisitor code, Type[] erased, Type[] exact) {
        List<Type> wanted = wanted();
        for (int i = 0; i < caught.length; i++) {
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, "c" + i, caught[i].getDescriptor());
            Conversion.convert(code, caught[i], wanted.get(i));
        }
        int slot = 1;
        for (int i = 0; i < erased.length; i++) {
            code.visitVarInsn(erased[i].getOpcode(ILOAD), slot);
            slot += erased[i].getSize();
            Conversion.convert(code, erased[i], exact[i]);
            Conversion.convert(code, exact[i], wanted.get(caught.length + i));
        }
    }

    /** What the body takes, the object that it belongs to included. */
    private List<Type> wanted() {
        List<Type> types = new ArrayList<>();
        if (!isConstructor() && body.getTag() != H_INVOKESTATIC) {
            types.add(Type.getObjectType(body.getOwner()));
        }
        types.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return types;
    }

    private Type result() {
        return isConstructor() ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    }

    private boolean isConstructor() {
        return body.getTag() == H_NEWINVOKESPECIAL;
    }

    /** A private body is called like any other: a member of its nest may. */
    private int opcode() {
        return switch (body.getTag()) {
            case H_INVOKESTATIC -> INVOKESTATIC;
            case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
            default -> body.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        };
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
    }
}
