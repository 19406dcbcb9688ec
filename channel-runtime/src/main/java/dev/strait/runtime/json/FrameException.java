package dev.strait.runtime.json;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Thrown for a frame that is refused: it is not JSON, its type is unknown, its client may not send it, or it violates the
 * contract. The message and the violations name positions and paths, but no values of the frame. It has no stack trace, so
 * that hostile traffic is cheap.
 */
public final class FrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NO_POSITION = -1;
    private static final int MAX_LISTED = 5;

    private final String code;
    private final int position;
    private final boolean isInBytes;
    private final boolean isOverLimit;
    private final transient List<Violation> violations;

    private FrameException(
            String code,
            String message,
            int position,
            boolean isInBytes,
            boolean isOverLimit,
            List<Violation> violations) {
        super(message, null, false, false);
        this.code = code;
        this.position = position;
        this.isInBytes = isInBytes;
        this.isOverLimit = isOverLimit;
        this.violations = violations;
    }

    /**
     * Returns an exception for a frame that is not a JSON object (RFC 8259).
     *
     * @param what what is wrong, as the beginning of a sentence
     * @param position where the frame stops being valid
     * @param isInBytes whether the position is in bytes; otherwise it is in characters
     */
    public static FrameException malformed(String what, int position, boolean isInBytes) {
        return new FrameException("malformed", what, position, isInBytes, false, List.of());
    }

    /** Returns an exception for a frame that exceeds a limit on JSON itself, such as its depth. It was not read further. */
    public static FrameException overLimit(Violation violation) {
        return new FrameException(
                "invalid", "The message violates its contract.", NO_POSITION, false, true, List.of(violation));
    }

    /** Returns an exception for a frame whose {@code type} is not a message of its direction. */
    public static FrameException unknownType() {
        return new FrameException(
                "unknown-type", "This channel has no message of that type.", NO_POSITION, false, false, List.of());
    }

    /** Returns an exception for a message that the roles of its client do not allow. */
    public static FrameException forbidden() {
        return new FrameException(
                "forbidden", "Your roles do not allow this message.", NO_POSITION, false, false, List.of());
    }

    /** Returns an exception for a message that violates its contract. */
    public static FrameException invalid(List<Violation> violations) {
        return new FrameException(
                "invalid", "The message violates its contract.", NO_POSITION, false, false, List.copyOf(violations));
    }

    /**
     * Returns a sentence, with the position of what is malformed, or the first violations with their paths. Composed on each
     * call, because most are never read.
     */
    @Override
    public String getMessage() {
        String what = Objects.requireNonNull(super.getMessage());
        if (!violations().isEmpty()) {
            String listed = violations().stream()
                    .limit(MAX_LISTED)
                    .map(violation -> (violation.path() + " " + violation.message()).strip())
                    .collect(Collectors.joining("; "));
            return what + " " + listed + (violations().size() > MAX_LISTED ? "; ..." : "");
        }
        return position == NO_POSITION ? what : what + ", at " + (isInBytes ? "byte " : "character ") + position + ".";
    }

    /** Returns the code of the error: {@code malformed}, {@code unknown-type}, {@code forbidden} or {@code invalid}. */
    public String code() {
        return code;
    }

    /** Returns whether the frame is valid JSON as far as it was read, and exceeds a limit there. */
    public boolean isOverLimit() {
        return isOverLimit;
    }

    /**
     * Returns where a malformed frame stops being valid: its character in a text, its byte in UTF-8; -1 for the other
     * codes.
     */
    public int position() {
        return position;
    }

    /** Returns all violations; empty unless the code is {@code invalid}. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
