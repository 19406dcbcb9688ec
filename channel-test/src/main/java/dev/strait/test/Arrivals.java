package dev.strait.test;

import dev.strait.runtime.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has arrived at one client, until the test reads it. */
final class Arrivals<R, O> {

    private static final int MAX_LISTED = 10;
    /** Most tests read no frames, and those that do read few. */
    static final int MAX_FRAMES = 10_000;

    private final Deque<Received<R, O>> messages = new ArrayDeque<>();
    private final Deque<ErrorFrame> errors = new ArrayDeque<>();
    private final List<O> asks = new ArrayList<>();
    private final Deque<String> frames = new ArrayDeque<>();
    private @Nullable CloseReason closed;

    void frame(String text) {
        frames.add(text);
        if (frames.size() > MAX_FRAMES) {
            frames.remove();
        }
    }

    void message(O message, Optional<R> room) {
        messages.add(new Received<>(message, room));
    }

    void ask(O ask) {
        asks.add(ask);
    }

    void error(ErrorFrame error) {
        errors.add(error);
    }

    void closed(CloseReason reason) {
        closed = closed == null ? reason : closed;
    }

    Optional<CloseReason> closed() {
        return Optional.ofNullable(closed);
    }

    List<Received<R, O>> takeMessages() {
        List<Received<R, O>> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    /** Takes the messages of a room, and leaves the others. */
    List<O> takeMessagesIn(R room) {
        List<O> taken = messages.stream()
                .filter(received -> received.room().equals(Optional.of(room)))
                .map(Received::message)
                .toList();
        messages.removeIf(received -> received.room().equals(Optional.of(room)));
        return taken;
    }

    @Nullable
    Received<R, O> peekMessage() {
        return messages.peek();
    }

    void removeMessage() {
        messages.remove();
    }

    @Nullable
    ErrorFrame pollError() {
        return errors.poll();
    }

    List<O> takeAsks() {
        List<O> taken = List.copyOf(asks);
        asks.clear();
        return taken;
    }

    List<String> takeFrames() {
        List<String> taken = List.copyOf(frames);
        frames.clear();
        return taken;
    }

    /** Describes what the test has not read yet. */
    String describe() {
        List<String> parts = new ArrayList<>();
        if (!messages.isEmpty()) {
            parts.add(count(messages.size(), "message") + ": "
                    + list(messages.stream().map(Received::message).toList()));
        }
        if (!asks.isEmpty()) {
            parts.add(count(asks.size(), "ask") + ": " + list(asks));
        }
        if (!errors.isEmpty()) {
            parts.add(count(errors.size(), "refusal") + ": " + list(List.copyOf(errors)));
        }
        if (closed != null) {
            parts.add("the end of the connection: " + describe(closed));
        }
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    static String describe(CloseReason reason) {
        return reason.text().isEmpty() ? String.valueOf(reason.code()) : reason.code() + " (" + reason.text() + ")";
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static String list(List<?> items) {
        String first = items.stream().limit(MAX_LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return items.size() > MAX_LISTED ? first + ", ..." : first;
    }
}
