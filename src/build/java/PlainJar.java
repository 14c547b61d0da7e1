import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the classes of a jar quick to start with; the sources stay as they are good to read.
 *
 * <p>Java links each lambda and each method of a record when it is first met, which takes about a tenth of a millisecond
 * even where an archive holds the class that comes of it, and a class costs as much as some thousand instructions. The
 * first screen meets hundreds of them. So lambdas become objects of few plain classes ({@link LambdaClass}), the methods
 * of records plain code ({@link PlainRecord}), accessors mere reading ({@link PlainAccess}), what Java itself makes of
 * lambdas plain methods ({@link PlainCalls}), and texts constants ({@link PlainTexts}): together that saves the first
 * screen half of its time.
 */
public final class PlainJar {
    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final LambdaClasses lambdas = new LambdaClasses(classes);
    private final PlainTexts texts = new PlainTexts();

    private PlainJar() {}

    /**
     * Takes the jar, which is replaced, how the names of the classes begin, such as {@code nfstep/}, and the folder with the
     * classes of {@code nfstep.plain}.
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
            PlainJar plain = new PlainJar();
            plain.readBuilt(Path.of(args[2]));
            plain.rewrite(in, args[1], out);
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void rewrite(ZipFile in, String prefix, ZipOutputStream out) throws IOException {
        for (ZipEntry entry : Collections.list(in.entries())) {
            if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".class")) {
                try (InputStream stream = in.getInputStream(entry)) {
                    read(stream);
                }
            } else {
                copy(in, entry, out);
            }
        }
        texts.write(classes.get("nfstep/plain/Resources"));
        List.copyOf(classes.values()).forEach(this::plain);
        lambdas.write();
        PlainAccess access = new PlainAccess(classes);
        PlainCalls calls = new PlainCalls(classes);
        classes.values()
                .forEach(c -> c.methods.forEach(m -> {
                    access.plain(c, m);
                    calls.plain(c, m);
                }));
        for (ClassNode node : classes.values()) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            put(node.name + ".class", writer.toByteArray(), out);
        }
    }

    private void readBuilt(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("nfstep"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream stream = Files.newInputStream(file)) {
                    read(stream);
                }
            }
        }
    }

    private void read(InputStream stream) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(stream).accept(node, 0);
        classes.put(node.name, node);
    }

    private void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
        try (InputStream stream = in.getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            texts.take(entry.getName(), bytes);
            put(entry.getName(), bytes, out);
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
        for (MethodNode method : host.methods) {
            for (var instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode site && PlainRecord.makes(site)) {
                    PlainRecord.rewrite(host, method, site);
                } else if (instruction instanceof InvokeDynamicInsnNode site && PlainLambda.makes(site)) {
                    lambdas.plain(host, method, site);
                }
            }
        }
    }
}
