package dev.strait.example;

import dev.strait.Ask;
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
    record Bid(@Min(1) @Max(100_000_000) int cents) implements ToServer, Ask<Bid.Outcome> {

        /** What becomes of it. */
        public sealed interface Outcome {}

        /** It is the highest. */
        public record Leading(int cents) implements Outcome {}

        /** Somebody has offered more, or nearly as much. */
        public record TooLow(int minimumCents) implements Outcome {}

        /** The hammer fell before it came. */
        public record TooLate() implements Outcome {}
    }

    /** How things stand; sent on joining and after every bid. */
    record Price(String title, int cents, int minimumCents, String leader, Instant endsAt) implements ToClient {}

    /** The hammer fell. */
    record Sold(String title, int cents, String winner) implements ToClient {}
}
