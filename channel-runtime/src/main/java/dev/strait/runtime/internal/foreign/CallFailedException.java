package dev.strait.runtime.internal.foreign;

import dev.strait.runtime.Refusal;
import java.util.Objects;
import java.util.Optional;

/**
 * Thrown when code of the application has thrown something. Checked, so that the compiler shows where a failure has to
 * be answered. It has no stack trace of its own; the cause has one.
 */
public final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    CallFailedException(Throwable thrown) {
        super(null, Objects.requireNonNull(thrown), false, false);
    }

    /** Returns what was thrown. */
    public Throwable thrown() {
        return Objects.requireNonNull(getCause());
    }

    /** Returns the refusal, if the application refused on purpose. */
    public Optional<Refusal> refusal() {
        return thrown() instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
    }
}
