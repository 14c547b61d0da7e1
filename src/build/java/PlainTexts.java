import static org.objectweb.asm.Opcodes.*;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Keeps the texts of a jar as constants in a method of {@code nfstep.plain.Resources}. */
final class PlainTexts {
    /** A constant is not longer: JVMS 4.4.7. */
    private static final int LONGEST = 0xffff;

    private final Map<String, String> texts = new TreeMap<>();

    /** Takes a file of the jar, if it is a text that the program may ask for while it starts. */
    void take(String name, byte[] bytes) {
        if (bytes.length <= LONGEST / 2 && (name.endsWith(".lab") || name.endsWith(".theme"))) {
            texts.put("/" + name, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Writes the method. */
    void write(ClassNode resources) {
        MethodNode code = resources.methods.stream()
                .filter(m -> m.name.equals("text"))
                .findFirst()
                .orElseThrow();
        code.instructions.clear();
        code.localVariables = null;
        texts.forEach((name, text) -> {
            Label other = new Label();
            code.visitVarInsn(ALOAD, 0);
            code.visitLdcInsn(name);
            code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
            code.visitJumpInsn(IFEQ, other);
            code.visitLdcInsn(text);
            code.visitInsn(ARETURN);
            code.visitLabel(other);
            code.visitFrame(F_SAME, 0, null, 0, null);
        });
        code.visitInsn(ACONST_NULL);
        code.visitInsn(ARETURN);
    }
}
