package nfstep.lab.docker;

import java.util.Arrays;
import java.util.Optional;

/** The images whose programs are known; every other one starts nothing that listens. */
enum Image {
    NGINX("nginx", "nginx");

    private final String name;
    private final String server;

    Image(String name, String server) {
        this.name = name;
        this.server = server;
    }

    /** The command that starts what the image listens with, for an image with or without a tag. */
    static Optional<String> server(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        String bare = image.substring(slash + 1, colon < 0 ? image.length() : colon);
        return Arrays.stream(values())
                .filter(i -> i.name.equals(bare))
                .map(i -> i.server)
                .findFirst();
    }
}
