package nfstep.plain;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts that the program brings with it, without opening its file: that takes Java as long as reading a lab. */
public final class Resources {
    private Resources() {}

    /** The text of that name; the method that makes the jar puts those of the jar in. */
    static String text(String name) {
        return null;
    }

    public static InputStream getResourceAsStream(Class<?> near, String name) {
        String text = text(name);
        return text == null
                ? near.getResourceAsStream(name)
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
