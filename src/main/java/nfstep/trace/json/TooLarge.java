package nfstep.trace.json;

import java.io.IOException;

/** A limit was passed while a file was read; the message says which. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String what) {
        super(what);
    }
}
