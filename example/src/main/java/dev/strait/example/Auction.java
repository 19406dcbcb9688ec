package dev.strait.example;

import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/** One lot under the hammer. */
@Channel("/ws/auction/{lot}")
public interface Auction {

    /** What bidders do. */
    sealed interface ToServer {}

    /** What they see. */
    sealed interface ToClient {}

    /** A lot, by its number. */
    record Room(@Positive long lot) {}

    /** An offer, in cents. */
    record Bid(@Min(1) @Max(100_000_000) int cents) implements ToServer {}

    /** How things stand; sent on joining and after every bid. */
    record Price(String title, int cents, int minimumCents, String leader, Instant endsAt) implements ToClient {}

    /** An offer was too low, or too late. */
    record Rejected(String reason, int minimumCents) implements ToClient {}

    /** The hammer fell. */
    record Sold(String title, int cents, String winner) implements ToClient {}
}
