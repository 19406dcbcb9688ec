package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an error frame says.
 *
 * @param text for people; null where the violations say it
 * @param retryMillis when to try again; 0 where that is not said
 */
public record ErrorAnswer(String code, @Nullable String text, List<Violation> violations, long retryMillis) {

    public static ErrorAnswer of(String code, String text) {
        return new ErrorAnswer(code, text, List.of(), 0);
    }

    /** A name that no room can have. Its components are no fields of the frame: they are named in the texts. */
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

    /** All of it as one line, for protocols whose errors are a text. */
    String line() {
        if (text != null && !text.isEmpty()) {
            return text;
        }
        return violations.isEmpty()
                ? code
                : violations.stream()
                        .map(violation -> (where(violation) + violation.message()).strip())
                        .collect(Collectors.joining("; "));
    }

    /** What is wrong with a room's name says itself of what: its place in the frame differs with the protocol. */
    private String where(Violation violation) {
        return code.equals("room-invalid") ? "" : violation.path() + " ";
    }
}
