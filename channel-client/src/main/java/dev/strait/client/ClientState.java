package dev.strait.client;

import java.time.Duration;
import java.util.Optional;

/** The state of a client. */
public sealed interface ClientState {

    /** It was not opened yet. */
    record Idle() implements ClientState {}

    /**
     * An attempt to connect is under way. It takes at most 10 seconds.
     *
     * @param attempt how many attempts have failed in a row
     */
    record Connecting(int attempt) implements ClientState {}

    /**
     * Messages are sent.
     *
     * @param connectionId the id of the connection
     * @param user the user id, as the server knows it
     * @param isStale whether the server has another version of the contract
     */
    record Open(String connectionId, Optional<String> user, boolean isStale) implements ClientState {}

    /**
     * The connection broke, or an attempt failed.
     *
     * @param attempt how many attempts have failed in a row
     * @param retryAfter the time until the next attempt
     * @param reason what happened
     */
    record Waiting(int attempt, Duration retryAfter, Reason reason) implements ClientState {}

    /**
     * Closed for good, by the application or by the server. {@link ChannelClient#open} starts again.
     *
     * @param reason why
     */
    record Closed(Reason reason) implements ClientState {}

    /**
     * Why a connection ended.
     *
     * @param code the close code; 1006 if there was no close frame
     * @param text the text of the close frame, or what failed
     * @param error the last error of the server before the close, or what failed here
     */
    record Reason(int code, String text, Optional<Throwable> error) {}
}
