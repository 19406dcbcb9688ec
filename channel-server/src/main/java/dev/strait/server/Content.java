package dev.strait.server;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to serve.
 *
 * @param bytes its length
 * @param version changes whenever the file changes
 */
record Content(long bytes, String version, Opener opener) {

    /** Opens the file; the caller closes it. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
