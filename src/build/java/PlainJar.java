import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes plain code of the lambdas and the methods of records in some classes of a jar.
 *
 * <p>Java links each of them when it is first met, which takes about a tenth of a millisecond even where an archive holds
 * the class that comes of it, and longer for records. The first screen meets hundreds: plain classes save it a third of
 * its time.
 */
public final class PlainJar {
    private final Map<String, ClassNode> classes = new TreeMap<>();

    private PlainJar() {}

    /** Takes the jar, which is replaced, and how the names of the classes begin, such as {@code nfstep/}. */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
            new PlainJar().rewrite(in, args[1], out);
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void rewrite(ZipFile in, String prefix, ZipOutputStream out) throws IOException {
        for (ZipEntry entry : Collections.list(in.entries())) {
            if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".class")) {
                read(in, entry);
            } else {
                copy(in, entry, out);
            }
        }
        List.copyOf(classes.values()).forEach(this::plain);
        for (ClassNode node : classes.values()) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            put(node.name + ".class", writer.toByteArray(), out);
        }
    }

    private void read(ZipFile in, ZipEntry entry) throws IOException {
        try (InputStream stream = in.getInputStream(entry)) {
            ClassNode node = new ClassNode();
            new ClassReader(stream).accept(node, 0);
            classes.put(node.name, node);
        }
    }

    private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
        try (InputStream stream = in.getInputStream(entry)) {
            put(entry.getName(), stream.readAllBytes(), out);
        }
    }

    /** The time of an entry is the same in each build. */
    private static void put(String name, byte[] bytes, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(bytes);
    }

    private void plain(ClassNode host) {
        int lambdas = 0;
        for (MethodNode method : host.methods) {
            for (var instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode site && PlainRecord.makes(site)) {
                    PlainRecord.rewrite(host, method, site);
                } else if (instruction instanceof InvokeDynamicInsnNode site && PlainLambda.makes(site)) {
                    PlainLambda lambda = new PlainLambda(host.name + "$$L" + lambdas++, nest(host), site);
                    classes.put(lambda.name(), lambda.node());
                    method.instructions.set(site, lambda.call());
                }
            }
        }
    }

    /** The class whose private methods a lambda may call. */
    private ClassNode nest(ClassNode host) {
        return host.nestHostClass == null ? host : classes.get(host.nestHostClass);
    }
}
