package dev.strait.test;

import dev.strait.runtime.json.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An error that the server has sent to a client. Immutable. */
public final class ErrorFrame {

    private final String code;
    private final String text;
    private final List<Violation> violations;
    private final @Nullable Duration retryAfter;

    ErrorFrame(String code, String text, List<Violation> violations, @Nullable Duration retryAfter) {
        this.code = code;
        this.text = text;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the code: that of a {@link dev.strait.runtime.Refusal}, or one of the protocol, such as {@code invalid}, {@code
     * forbidden}, {@code rate} or {@code internal}. Always {@code error} with the protocols of Lucent and Alepha, whose errors
     * are only a text.
     */
    public String code() {
        return code;
    }

    /** Returns the text; empty if there is none. */
    public String text() {
        return text;
    }

    /** Returns what violates the contract, if the code is {@code invalid} or {@code room-invalid}. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns when to try again, if the server says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String toString() {
        String details = violations.stream()
                .map(violation -> violation.path() + " " + violation.message())
                .collect(Collectors.joining("; "));
        String explained = details.isEmpty() ? text : details;
        return explained.isEmpty() ? code : code + " (" + explained + ")";
    }
}
