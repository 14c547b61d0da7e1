package nfstep.lab.docker;

import java.util.Arrays;
import java.util.Optional;

/** The images whose programs are known; every other one starts nothing that listens. */
public enum Image {
    NGINX("nginx", "nginx", 80);

    private final String name;
    private final String server;
    private final int port;

    Image(String name, String server, int port) {
        this.name = name;
        this.server = server;
        this.port = port;
    }

    /** The command that starts what the image listens with, for an image with or without a tag. */
    static Optional<String> server(String image) {
        return of(image).map(i -> i.server);
    }

    /** The TCP port that the image listens on. */
    public static Optional<Integer> port(String image) {
        return of(image).map(i -> i.port);
    }

    private static Optional<Image> of(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        String bare = image.substring(slash + 1, colon < 0 ? image.length() : colon);
        return Arrays.stream(values()).filter(i -> i.name.equals(bare)).findFirst();
    }
}
