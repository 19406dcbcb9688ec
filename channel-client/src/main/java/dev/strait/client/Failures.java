package dev.strait.client;

import java.util.concurrent.CompletionException;

/** The failures of stages. */
final class Failures {

    private Failures() {}

    /** Returns the exception that a dependent stage has wrapped. */
    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
