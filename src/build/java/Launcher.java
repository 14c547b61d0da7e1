import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Joins a shell preamble and a jar into one executable file, as {@code zip -A} leaves it: offsets count from the start
 * of the file (PKWARE APPNOTE.TXT 4.3.12 and 4.3.16).
 */
public final class Launcher {
    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int CENTRAL_END = 0x06054b50;
    private static final int CENTRAL_END_LENGTH = 22;

    private Launcher() {}

    /** Takes the preamble, the jar and the file to write. */
    public static void main(String[] args) throws IOException {
        byte[] preamble = Files.readAllBytes(Path.of(args[0]));
        byte[] jar = Files.readAllBytes(Path.of(args[1]));
        shift(ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN), preamble.length);
        write(Path.of(args[2]), preamble, jar);
    }

    private static void shift(ByteBuffer jar, int by) {
        int end = jar.capacity() - CENTRAL_END_LENGTH;
        require(jar.getInt(end) == CENTRAL_END, "the jar ends in a comment or is no jar");
        int entries = Short.toUnsignedInt(jar.getShort(end + 10));
        int start = jar.getInt(end + 16);
        require(entries < 0xffff && start >= 0, "the jar is in zip64 format");
        int at = start;
        for (int i = 0; i < entries; i++) {
            at = shiftEntry(jar, at, by);
        }
        require(at == end, "the central directory does not end where it should");
        jar.putInt(end + 16, start + by);
    }

    private static int shiftEntry(ByteBuffer jar, int at, int by) {
        require(jar.getInt(at) == CENTRAL_ENTRY, "no central directory entry at " + at);
        jar.putInt(at + 42, jar.getInt(at + 42) + by);
        int name = Short.toUnsignedInt(jar.getShort(at + 28));
        int extra = Short.toUnsignedInt(jar.getShort(at + 30));
        int comment = Short.toUnsignedInt(jar.getShort(at + 32));
        return at + 46 + name + extra + comment;
    }

    private static void write(Path target, byte[] preamble, byte[] jar) throws IOException {
        Path made = target.resolveSibling(target.getFileName() + ".new");
        try (var out = Files.newOutputStream(made)) {
            out.write(preamble);
            out.write(jar);
        }
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
