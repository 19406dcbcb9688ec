package dev.strait.client;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong. The code is the server's, such as {@code forbidden}, or one of the client's own:
 *
 * <ul>
 *   <li>{@code invalid}: the message violates its contract; see {@link #violations}. It was not sent.
 *   <li>{@code room-invalid}: the key of a room violates its constraints.
 *   <li>{@code timeout}: no answer came in time.
 *   <li>{@code unanswered}: the connection broke before the answer.
 *   <li>{@code unknown-answer}: the answer is of a newer contract.
 *   <li>{@code overflow}: the queue was full, or a subscriber was too slow.
 *   <li>{@code closed}, {@code not-joined}, {@code left}: the client is closed, or not in the room.
 * </ul>
 */
public final class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;
    private final boolean isSent;

    ClientException(String code, String text, @Nullable Throwable cause) {
        this(code, text, List.of(), null, false, cause);
    }

    private ClientException(
            String code,
            String text,
            List<Violation> violations,
            @Nullable Duration retryAfter,
            boolean isSent,
            @Nullable Throwable cause) {
        super(text, cause);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.isSent = isSent;
    }

    static ClientException invalid(List<Violation> violations) {
        String text = FrameException.invalid(violations).getMessage();
        return new ClientException("invalid", text, violations, null, false, null);
    }

    /** An error frame of the server. */
    static ClientException ofServer(
            String code, String text, List<Violation> violations, @Nullable Duration retryAfter) {
        return new ClientException(code, text, violations, retryAfter, false, null);
    }

    /** Returns the same for a message that the server may have received. */
    ClientException sent(boolean isSent) {
        return new ClientException(code, getMessage(), violations, retryAfter, isSent, getCause());
    }

    /** Returns a text for people. */
    @Override
    public String getMessage() {
        String text = super.getMessage();
        return text == null ? code : text;
    }

    /** Returns the code. */
    public String code() {
        return code;
    }

    /** Returns what is wrong with a message; empty unless the code is {@code invalid}. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations; // null after deserialization
    }

    /** Returns when to try again, if the server has told it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns whether the server may have received the ask. */
    public boolean isSent() {
        return isSent;
    }
}
