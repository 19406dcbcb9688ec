package dev.strait.client;

import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one frame of the protocol itself. All of them share one set of fields; others are of a newer version. */
final class ControlFrames<O> {

    /** The types that mean something to a client. */
    static final Set<String> TYPES = Set.of("$ready", "$bye", "$expiring", "$joined", "$left", "$error");

    private static final double MAX_DELAY_MILLIS = 300_000;

    private static final FieldNames FIELDS = FieldNames.of(
            "room",
            "code",
            "message",
            "errors",
            "retryMs",
            "conn",
            "user",
            "contract",
            "maxMessageBytes",
            "maxMessagesPerSecond");
    private static final FieldNames VIOLATION = FieldNames.of("path", "rule", "message");

    private final JsonReader in;
    private @Nullable String room;
    private @Nullable String code;
    private @Nullable String text;
    private List<Violation> violations = List.of();
    private @Nullable Duration retryAfter;
    private @Nullable String connectionId;
    private @Nullable String user;
    private @Nullable String contract;
    private int maxMessageBytes;
    private int maxMessagesPerSecond;

    ControlFrames(JsonReader in) {
        this.in = in;
    }

    Frame<O> read(String type) {
        for (int field = in.anyOrder(FIELDS, 0); field != FieldNames.END; field = in.next(FIELDS, 0)) {
            switch (field) {
                case 0 -> room = in.string();
                case 1 -> code = in.string();
                case 2 -> text = in.string();
                case 3 -> violations = readViolations();
                case 4 -> retryAfter = delay(in.doubleValue());
                case 5 -> connectionId = in.string();
                case 6 -> user = in.string();
                case 7 -> contract = in.string();
                case 8 -> maxMessageBytes = (int) in.doubleValue();
                default -> maxMessagesPerSecond = (int) in.doubleValue();
            }
        }
        in.end();
        return frame(type);
    }

    private Frame<O> frame(String type) {
        return switch (type) {
            case "$ready" ->
                new Frame.Ready<>(
                        orEmpty(connectionId),
                        Optional.ofNullable(user),
                        orEmpty(contract),
                        maxMessageBytes,
                        maxMessagesPerSecond);
            case "$bye" -> new Frame.Bye<>(retryAfter == null ? Duration.ZERO : retryAfter);
            case "$expiring" -> new Frame.Expiring<>();
            case "$joined" -> new Frame.Joined<>(room, in.answerTo());
            case "$left" -> new Frame.Left<>(room, in.answerTo());
            case "$error" ->
                new Frame.Failed<>(
                        ClientException.ofServer(orEmpty(code), errorText(), violations, retryAfter), in.answerTo());
            default -> throw new AssertionError(type);
        };
    }

    /** A delay beyond reason must not keep the client away for good. */
    private static Duration delay(double millis) {
        return Duration.ofMillis((long) Math.max(0, Math.min(millis, MAX_DELAY_MILLIS)));
    }

    private String errorText() {
        if (text != null) {
            return text;
        }
        return violations.isEmpty()
                ? orEmpty(code)
                : ClientException.invalid(violations).getMessage();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<Violation> readViolations() {
        List<Violation> found = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                if (in.beginObject()) {
                    found.add(readViolation());
                }
            }
        }
        return found;
    }

    private Violation readViolation() {
        String[] parts = {"", "", ""};
        for (int field = in.anyOrder(VIOLATION, 0); field != FieldNames.END; field = in.next(VIOLATION, 0)) {
            String part = in.string();
            parts[field] = orEmpty(part);
        }
        return new Violation(parts[0], parts[1], parts[2]);
    }
}
