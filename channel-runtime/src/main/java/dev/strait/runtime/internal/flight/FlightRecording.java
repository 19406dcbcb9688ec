package dev.strait.runtime.internal.flight;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jdk.jfr.EventType;

/** Commits events to the recordings that run. */
final class FlightRecording implements Recorder {

    /** Shorter calls of handlers are not recorded. */
    private static final Duration SLOW = Duration.ofMillis(50);

    private final EventType[] types = {
        EventType.getEventType(ConnectionEvent.class),
        EventType.getEventType(RefusalEvent.class),
        EventType.getEventType(EvictionEvent.class),
        EventType.getEventType(SlowHandlerEvent.class),
        EventType.getEventType(EmitEvent.class)
    };

    @Override
    public boolean isActive() {
        for (EventType type : types) {
            if (type.isEnabled()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void closed(ConnectionInfo connection, CloseReason reason) {
        ConnectionEvent event = new ConnectionEvent();
        if (event.shouldCommit()) {
            event.channel = connection.channel();
            event.connection = connection.id();
            event.closeCode = reason.code();
            event.open = Duration.between(connection.since(), Instant.now()).toMillis();
            event.commit();
        }
    }

    @Override
    public void refused(ConnectionInfo connection, String code) {
        RefusalEvent event = new RefusalEvent();
        if (event.shouldCommit()) {
            event.channel = connection.channel();
            event.connection = connection.id();
            event.code = code;
            event.commit();
        }
    }

    @Override
    public void evicted(ConnectionInfo connection, CloseReason reason) {
        EvictionEvent event = new EvictionEvent();
        if (event.shouldCommit()) {
            event.channel = connection.channel();
            event.connection = connection.id();
            event.closeCode = reason.code();
            event.reason = reason.text();
            event.commit();
        }
    }

    @Override
    public void handled(ConnectionInfo connection, String type, Duration time, Optional<String> error) {
        if (time.compareTo(SLOW) < 0) {
            return;
        }
        SlowHandlerEvent event = new SlowHandlerEvent();
        if (event.shouldCommit()) {
            event.channel = connection.channel();
            event.connection = connection.id();
            event.message = type;
            event.time = time.toNanos();
            event.commit();
        }
    }

    @Override
    public void emitted(String channel, String type, Delivery delivery) {
        EmitEvent event = new EmitEvent();
        if (event.shouldCommit()) {
            event.channel = channel;
            event.message = type;
            event.queued = delivery.queued();
            event.dropped = delivery.dropped();
            event.commit();
        }
    }
}
