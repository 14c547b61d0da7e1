import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or a method reference: what it has caught, and the body that its one method calls.
 *
 * <p>Source: {@link java.lang.invoke.LambdaMetafactory}, whose arguments say all of it.
 */
final class PlainLambda {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

    private final InvokeDynamicInsnNode site;
    private final Type[] caught;
    private final Type erased;
    private final Handle body;

    PlainLambda(InvokeDynamicInsnNode site) {
        this.site = site;
        this.caught = Type.getArgumentTypes(site.desc);
        this.erased = (Type) site.bsmArgs[0];
        this.body = (Handle) site.bsmArgs[1];
    }

    /** Whether the instruction makes a lambda of the simple kind: no other kind is used. */
    static boolean makes(InvokeDynamicInsnNode site) {
        return site.bsm.getOwner().equals(FACTORY) && site.bsm.getName().equals("metafactory");
    }

    /** The interface that it is of. */
    String type() {
        return Type.getReturnType(site.desc).getInternalName();
    }

    String method() {
        return site.name;
    }

    /** What its method takes and returns, as the interface has it. */
    Type erased() {
        return erased;
    }

    Handle body() {
        return body;
    }

    /** What it has caught, as far as objects of one class must agree in it: all references are alike, and all small numbers. */
    List<Type> shape() {
        return Stream.of(caught).map(PlainLambda::wide).collect(Collectors.toList());
    }

    private static Type wide(Type type) {
        if (!Conversion.isPrimitive(type)) {
            return Type.getObjectType("java/lang/Object");
        }
        return type.getSort() <= Type.INT ? Type.INT_TYPE : type;
    }

    /** Writes what its method does, the return included, in a class that keeps what is caught in fields c0, c1 ... */
    void write(MethodVisitor code, String keeper) {
        Type exact = (Type) site.bsmArgs[2];
        if (isConstructor()) {
            code.visitTypeInsn(NEW, body.getOwner());
            code.visitInsn(DUP);
        }
        arguments(code, keeper, exact.getArgumentTypes());
        code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type returned = erased.getReturnType();
        Conversion.convert(code, result(), exact.getReturnType());
        Conversion.convert(code, exact.getReturnType(), returned);
        code.visitInsn(returned.getOpcode(IRETURN));
    }

    private void arguments(MethodVisitor code, String keeper, Type[] exact) {
        List<Type> wanted = wanted();
        for (int i = 0; i < caught.length; i++) {
            code.visitVarInsn(ALOAD, 0);
            Type kept = wide(caught[i]);
            code.visitFieldInsn(GETFIELD, keeper, "c" + i, kept.getDescriptor());
            if (!Conversion.isPrimitive(caught[i])) {
                Conversion.convert(code, kept, caught[i]);
            }
            Conversion.convert(code, caught[i], wanted.get(i));
        }
        Type[] given = erased.getArgumentTypes();
        int slot = 1;
        for (int i = 0; i < given.length; i++) {
            code.visitVarInsn(given[i].getOpcode(ILOAD), slot);
            slot += given[i].getSize();
            Conversion.convert(code, given[i], exact[i]);
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
}
