package dev.strait.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** The settings of {@link Limits}, with their defaults. */
enum Limit {
    MAX_MESSAGE_BYTES("maxMessageBytes", 65_536),
    MAX_MESSAGE_FRAGMENTS("maxMessageFragments", 1_024),
    MESSAGE_TIMEOUT("messageTimeout", Duration.ofSeconds(10)),
    MAX_MESSAGES_PER_SECOND("maxMessagesPerSecond", 200),
    MAX_MESSAGE_BURST("maxMessageBurst", 400),
    MAX_JOINS_PER_SECOND("maxJoinsPerSecond", 100),
    MAX_ROOMS_PER_CONNECTION("maxRoomsPerConnection", 128),
    MAX_ERRORS_PER_SECOND("maxErrorsPerSecond", 10),
    MAX_BAD_FRAMES("maxBadFrames", 20),
    MAX_HANDLER_QUEUE_MESSAGES("maxHandlerQueueMessages", 256),
    MAX_HANDLER_QUEUE_BYTES("maxHandlerQueueBytes", 1_048_576L),
    MAX_ASKS_PER_CONNECTION("maxAsksPerConnection", 64),
    MAX_QUEUED_MESSAGES("maxQueuedMessages", 16_384),
    MAX_QUEUED_BYTES("maxQueuedBytes", 1_048_576L),
    WRITE_TIMEOUT("writeTimeout", Duration.ofSeconds(10)),
    PING_INTERVAL("pingInterval", Duration.ofSeconds(25)),
    IDLE_TIMEOUT("idleTimeout", Duration.ofMinutes(1)),
    CLOSE_TIMEOUT("closeTimeout", Duration.ofSeconds(5)),
    DRAIN_TIMEOUT("drainTimeout", Duration.ofSeconds(30)),
    MAX_ROOMS_PER_NODE("maxRoomsPerNode", 100_000),
    MAX_HANDSHAKES_PER_SECOND("maxHandshakesPerSecond", 200),
    /** Its default depends on the process. */
    MAX_CONNECTIONS("maxConnections", OptionalInt.empty()),
    MAX_HANDLER_THREADS("maxHandlerThreads", 256);

    private static final Duration MIN_TIME = Duration.ofMillis(1);
    private static final Duration MAX_TIME = Duration.ofDays(365);

    private final String setting;
    /** An {@code Integer}, a {@code Long} or a {@code Duration}; an empty {@code OptionalInt} if there is none. */
    @SuppressWarnings("ImmutableEnumChecker") // all of these types are immutable
    private final Object defaultValue;

    Limit(String setting, Object defaultValue) {
        this.setting = setting;
        this.defaultValue = defaultValue;
    }

    int intIn(Map<Limit, Object> chosen) {
        return (Integer) chosen.getOrDefault(this, defaultValue);
    }

    OptionalInt optionalIn(Map<Limit, Object> chosen) {
        return chosen.get(this) instanceof Integer value ? OptionalInt.of(value) : OptionalInt.empty();
    }

    long longIn(Map<Limit, Object> chosen) {
        return (Long) chosen.getOrDefault(this, defaultValue);
    }

    Duration timeIn(Map<Limit, Object> chosen) {
        return (Duration) chosen.getOrDefault(this, defaultValue);
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException if a number is not positive, or a time is not between 1 ms and 365 days
     */
    void check(Object value) {
        if (value instanceof Duration time && (time.compareTo(MIN_TIME) < 0 || time.compareTo(MAX_TIME) > 0)) {
            throw new IllegalArgumentException(setting + " is " + time + "; it must be between 1 ms and 365 days.");
        }
        if (value instanceof Number number && number.longValue() < 1) {
            throw new IllegalArgumentException(setting + " is " + number + "; it must be at least 1.");
        }
    }
}
