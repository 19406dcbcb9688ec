package dev.strait.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The time of a test kit, which stands still until the test moves it. A handler with a clock or with scheduled tasks of its
 * own takes them from here, so that they move together with the hub:
 *
 * <pre>{@code
 * TestTime time = TestTime.startingAt(Instant.parse("2026-03-01T12:00:00Z"));
 * ChatService service = new ChatService(time.clock(), time.timer());
 * ChatTestKit chat = ChatTestKit.of(service, kit -> kit.time(time));
 * }</pre>
 *
 * <p>Safe for all threads.
 */
public final class TestTime {

    private final Instant start;
    private final ManualTimer timer = new ManualTimer();

    private TestTime(Instant start) {
        this.start = start;
    }

    /** Returns a time that starts on 1 January 2026 at midnight, UTC. */
    public static TestTime create() {
        return startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Returns a time that starts at a moment. */
    public static TestTime startingAt(Instant start) {
        return new TestTime(Objects.requireNonNull(start, "start"));
    }

    /** Returns the current time. */
    public Instant now() {
        return start.plusNanos(timer.nanos());
    }

    /** Returns the time as a clock, in UTC. */
    public Clock clock() {
        return new TestClock(ZoneOffset.UTC);
    }

    /**
     * Returns a timer whose tasks run on the thread of the test: those that are due when a kit settles, and the others when it
     * advances. A task that is executed without a delay is due at once. It cannot be waited for with {@code invokeAll}.
     */
    public ScheduledExecutorService timer() {
        return timer;
    }

    ManualTimer manual() {
        return timer;
    }

    /** Describes a time of the test, for messages. */
    static String describe(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private final class TestClock extends Clock {

        private final ZoneId zone;

        private TestClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new TestClock(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
