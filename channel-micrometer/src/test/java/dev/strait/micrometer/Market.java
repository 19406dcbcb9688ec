package dev.strait.micrometer;

import dev.strait.Ask;
import dev.strait.Channel;

/** A channel with a message, an ask of each side, and a room. */
@SuppressWarnings("STRAIT-182")
@Channel("/ws/market/{stall}")
public interface Market {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(String stall) {}

    record Offer(String goods) implements ToServer {}

    record Offered(String goods) implements ToClient {}

    record Confirm(String goods) implements ToClient, Ask<Confirmed> {}

    record Confirmed(boolean yes) {}
}
