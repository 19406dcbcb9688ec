package dev.strait.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals to processes of the tests. */
final class Signals {

    private Signals() {}

    static void send(String signal, Process process) {
        try {
            int result = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + signal + ": " + result);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
