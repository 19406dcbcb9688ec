package dev.strait.runtime.json;

import java.util.List;
import java.util.Objects;

/**
 * A frame that is refused: not JSON, of a type that nobody knows, or breaking its contract. Its text and its violations
 * name places and never hold a value of the frame. It has no stack trace, so that hostile traffic is cheap.
 */
public final class FrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;

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

    /** The frame is no JSON object at the given place. */
    public static FrameException malformed(String what, int position, boolean isInBytes) {
        return new FrameException("malformed", what, position, isInBytes, false, List.of());
    }

    /** The frame breaks a limit on JSON itself at the given place. */
    public static FrameException overLimit(String what, int position, boolean isInBytes) {
        return new FrameException("malformed", what, position, isInBytes, true, List.of());
    }

    /** The frame's {@code type} is none of the direction's messages. */
    public static FrameException unknownType() {
        return new FrameException(
                "unknown-type", "This channel has no message of that type.", NOWHERE, false, false, List.of());
    }

    /** The message breaks its contract. */
    public static FrameException invalid(List<Violation> violations) {
        return new FrameException(
                "invalid", "The message breaks its contract.", NOWHERE, false, false, List.copyOf(violations));
    }

    /** A sentence, with the place of what is malformed. Made when it is asked for: most are not. */
    @Override
    public String getMessage() {
        String what = Objects.requireNonNull(super.getMessage());
        return position == NOWHERE ? what : what + ", at " + (isInBytes ? "byte " : "character ") + position + ".";
    }

    /** {@code malformed}, {@code unknown-type} or {@code invalid}. */
    public String code() {
        return code;
    }

    /** Whether a malformed frame is JSON as far as it was read, and only breaks a limit there. */
    public boolean isOverLimit() {
        return isOverLimit;
    }

    /** Where a malformed frame stops being JSON: its char in a text, its byte in UTF-8; -1 for other codes. */
    public int position() {
        return position;
    }

    /** What is wrong; empty unless the code is {@code invalid}. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
