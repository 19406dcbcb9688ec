package dev.strait.tests;

import dev.strait.Channel;
import jakarta.validation.constraints.Size;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel to clients only, whose message counts how often it is encoded. */
@Channel("/ws/ticker/{room}")
public interface Ticker {
    sealed interface ToClient {}

    record Room(@Size(max = 40) String room) {}

    record Tick(String text) implements ToClient {
        static final AtomicInteger READ = new AtomicInteger();

        @Override
        public String text() {
            READ.incrementAndGet();
            return text;
        }
    }
}
