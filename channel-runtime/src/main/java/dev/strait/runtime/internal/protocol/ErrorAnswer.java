package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of an error frame.
 *
 * @param text a sentence for people; null if the violations suffice
 * @param retryMillis the delay before a retry; 0 if none is given
 */
public record ErrorAnswer(String code, @Nullable String text, List<Violation> violations, long retryMillis) {

    /** The error of a frame that names a room of a channel without rooms. */
    public static final ErrorAnswer NO_ROOMS = of("room-invalid", "This channel has no rooms.");

    public static ErrorAnswer of(String code, String text) {
        return new ErrorAnswer(code, text, List.of(), 0);
    }

    /**
     * Returns the error of an invalid room name. Its components are not fields of the frame, so the texts name them.
     */
    public static ErrorAnswer ofRoom(FrameException refused, String path) {
        List<Violation> violations = refused.violations().stream()
                .map(violation -> new Violation(
                        path,
                        violation.rule(),
                        (violation.path() + " " + violation.message())
                                .replaceFirst("^/", "")
                                .strip()))
                .toList();
        return new ErrorAnswer("room-invalid", null, violations, 0);
    }

    public static ErrorAnswer of(FrameException refused) {
        String text = refused.violations().isEmpty() ? refused.getMessage() : null;
        return new ErrorAnswer(refused.code(), text, refused.violations(), 0);
    }

    /** Returns the error as one line, for protocols whose errors are a text. */
    String line() {
        if (text != null && !text.isEmpty()) {
            return text;
        }
        return violations.isEmpty()
                ? code
                : violations.stream()
                        .map(violation -> (subject(violation) + violation.message()).strip())
                        .collect(Collectors.joining("; "));
    }

    /** Texts about a room name have their subject, and the path of the room depends on the protocol. */
    private String subject(Violation violation) {
        return code.equals("room-invalid") ? "" : violation.path() + " ";
    }
}
