import static org.objectweb.asm.Opcodes.*;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Makes the value on the stack one of another type, as an invocation does: JLS 5.3. */
final class Conversion {
    private static final Map<String, Type> PRIMITIVES = Map.of(
            "java/lang/Boolean", Type.BOOLEAN_TYPE,
            "java/lang/Character", Type.CHAR_TYPE,
            "java/lang/Byte", Type.BYTE_TYPE,
            "java/lang/Short", Type.SHORT_TYPE,
            "java/lang/Integer", Type.INT_TYPE,
            "java/lang/Long", Type.LONG_TYPE,
            "java/lang/Float", Type.FLOAT_TYPE,
            "java/lang/Double", Type.DOUBLE_TYPE);

    private Conversion() {}

    /** Adds the instructions that are needed; to nothing means that the value is left out. */
    static void convert(MethodVisitor code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to == Type.VOID_TYPE) {
            code.visitInsn(from.getSize() == 2 ? POP2 : POP);
        } else if (isPrimitive(from) && isPrimitive(to)) {
            widen(code, from, to);
        } else if (isPrimitive(from)) {
            box(code, from);
        } else if (isPrimitive(to)) {
            unbox(code, from, to);
        } else if (!to.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(CHECKCAST, to.getInternalName());
        }
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** The class whose objects hold values of a primitive type. */
    static String boxOf(Type primitive) {
        return PRIMITIVES.entrySet().stream()
                .filter(e -> e.getValue().equals(primitive))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static void box(MethodVisitor code, Type from) {
        String box = boxOf(from);
        code.visitMethodInsn(INVOKESTATIC, box, "valueOf", "(" + from.getDescriptor() + ")L" + box + ";", false);
    }

    private static void unbox(MethodVisitor code, Type from, Type to) {
        Type held = PRIMITIVES.get(from.getInternalName());
        if (held == null) {
            held = to;
            code.visitTypeInsn(CHECKCAST, boxOf(to));
        }
        String getter = held.getClassName() + "Value";
        code.visitMethodInsn(INVOKEVIRTUAL, boxOf(held), getter, "()" + held.getDescriptor(), false);
        if (!held.equals(to)) {
            widen(code, held, to);
        }
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
        boolean fromInt = from.getSort() <= Type.INT;
        if (fromInt && to == Type.LONG_TYPE) {
            code.visitInsn(I2L);
        } else if (fromInt && to == Type.DOUBLE_TYPE) {
            code.visitInsn(I2D);
        } else if (from == Type.LONG_TYPE && to == Type.DOUBLE_TYPE) {
            code.visitInsn(L2D);
        } else if (!fromInt || to.getSort() > Type.INT) {
            throw new IllegalArgumentException("no conversion from " + from + " to " + to);
        }
    }
}
