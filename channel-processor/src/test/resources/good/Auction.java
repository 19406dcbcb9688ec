package com.acme;

import dev.strait.Allow;
import dev.strait.Ask;
import dev.strait.AsString;
import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;

/** One lot. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel(value = "/ws/auction/{lot}", strict = true)
public interface Auction {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Positive long lot) {}

    /** Offers so much. */
    @Allow(roles = {"bidder", "admin"})
    record Bid(@Min(1) @Max(100_000_000) int cents) implements ToServer, Ask<Bid.Outcome> {
        public sealed interface Outcome {}

        public record Leading(int seq) implements Outcome {}

        public record TooLow(int minimumCents) implements Outcome {}

        public record Closed() implements Outcome {}
    }

    record Price(int cents, String leader, Instant endsAt, List<Event> events) implements ToClient {}

    sealed interface Event {}

    record Raised(@AsString long by) implements Event {}

    record Extended(Instant to) implements Event {}

    record ConfirmAge(String lot) implements ToClient, Ask<ConfirmAge.Answer> {
        public record Answer(boolean over18) {}
    }
}
