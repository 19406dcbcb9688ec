package dev.strait.example;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/** An auction; one room per lot. */
@Channel("/ws/auction/{lot}")
public interface Auction {

    /** Messages from bidders. */
    sealed interface ToServer {}

    /** Messages to everyone who watches the lot. */
    sealed interface ToClient {}

    /** A lot, by its number. */
    record Room(@Positive long lot) {}

    /** A bid, in cents. */
    record Bid(@Min(1) @Max(100_000_000) int cents) implements ToServer, Ask<Bid.Outcome> {

        /** The answer to a bid. */
        public sealed interface Outcome {}

        /** The bid is the highest. */
        public record Leading(int cents) implements Outcome {}

        /** The bid is below the minimum. */
        public record TooLow(int minimumCents) implements Outcome {}

        /** The lot was sold before the bid arrived. */
        public record TooLate() implements Outcome {}
    }

    /** The state of the lot; sent on joining and after every leading bid. */
    record Price(String title, int cents, int minimumCents, String leader, Instant endsAt) implements ToClient {}

    /** The lot is closed. It was not sold if there is no winner. */
    record Sold(String title, int cents, String winner) implements ToClient {}
}
