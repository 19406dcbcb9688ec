package dev.strait.runtime;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Collects the limits of connections: for all endpoints of a hub, or for one. Each method throws an
 * {@link IllegalArgumentException} that names the limit, unless numbers are at least 1 and times are between 1 ms and 365
 * days. Not safe for several threads.
 *
 * @param <B> the type of the collection
 */
public abstract sealed class LimitSettings<B extends LimitSettings<B>> permits EndpointLimits, Limits.Builder {

    private final Map<Limit, Object> chosen = new EnumMap<>(Limit.class);

    LimitSettings() {}

    /** Sets {@link Limits#maxMessageBytes()}. */
    public B maxMessageBytes(int max) {
        return set(Limit.MAX_MESSAGE_BYTES, max);
    }

    /** Sets {@link Limits#maxMessageFragments()}. */
    public B maxMessageFragments(int max) {
        return set(Limit.MAX_MESSAGE_FRAGMENTS, max);
    }

    /** Sets {@link Limits#messageTimeout()}. */
    public B messageTimeout(Duration time) {
        return set(Limit.MESSAGE_TIMEOUT, time);
    }

    /** Sets {@link Limits#maxMessagesPerSecond()}. */
    public B maxMessagesPerSecond(int max) {
        return set(Limit.MAX_MESSAGES_PER_SECOND, max);
    }

    /** Sets {@link Limits#maxMessageBurst()}. */
    public B maxMessageBurst(int max) {
        return set(Limit.MAX_MESSAGE_BURST, max);
    }

    /** Sets {@link Limits#maxJoinsPerSecond()}. */
    public B maxJoinsPerSecond(int max) {
        return set(Limit.MAX_JOINS_PER_SECOND, max);
    }

    /** Sets {@link Limits#maxRoomsPerConnection()}. */
    public B maxRoomsPerConnection(int max) {
        return set(Limit.MAX_ROOMS_PER_CONNECTION, max);
    }

    /** Sets {@link Limits#maxErrorsPerSecond()}. */
    public B maxErrorsPerSecond(int max) {
        return set(Limit.MAX_ERRORS_PER_SECOND, max);
    }

    /** Sets {@link Limits#maxBadFrames()}. */
    public B maxBadFrames(int max) {
        return set(Limit.MAX_BAD_FRAMES, max);
    }

    /** Sets {@link Limits#maxHandlerQueueMessages()}. */
    public B maxHandlerQueueMessages(int max) {
        return set(Limit.MAX_HANDLER_QUEUE_MESSAGES, max);
    }

    /** Sets {@link Limits#maxHandlerQueueBytes()}. */
    public B maxHandlerQueueBytes(long max) {
        return set(Limit.MAX_HANDLER_QUEUE_BYTES, max);
    }

    /** Sets {@link Limits#maxAsksPerConnection()}. */
    public B maxAsksPerConnection(int max) {
        return set(Limit.MAX_ASKS_PER_CONNECTION, max);
    }

    /** Sets {@link Limits#maxQueuedMessages()}. */
    public B maxQueuedMessages(int max) {
        return set(Limit.MAX_QUEUED_MESSAGES, max);
    }

    /** Sets {@link Limits#maxQueuedBytes()}. */
    public B maxQueuedBytes(long max) {
        return set(Limit.MAX_QUEUED_BYTES, max);
    }

    /** Sets {@link Limits#writeTimeout()}. */
    public B writeTimeout(Duration time) {
        return set(Limit.WRITE_TIMEOUT, time);
    }

    /** Sets {@link Limits#pingInterval()}. */
    public B pingInterval(Duration time) {
        return set(Limit.PING_INTERVAL, time);
    }

    /** Sets {@link Limits#idleTimeout()}. */
    public B idleTimeout(Duration time) {
        return set(Limit.IDLE_TIMEOUT, time);
    }

    /** Returns the settings so far. */
    Map<Limit, Object> chosen() {
        return chosen;
    }

    B set(Limit limit, Object value) {
        limit.check(value);
        chosen.put(limit, value);
        return self();
    }

    abstract B self();
}
