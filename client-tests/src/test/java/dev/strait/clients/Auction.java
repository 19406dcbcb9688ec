package dev.strait.clients;

import dev.strait.AsString;
import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Volatile;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A channel with its room in the path, for the scenarios of clients. */
@Channel("/ws/auction/{lot}")
public interface Auction {

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Positive long lot) {}

    /** Bids this amount. */
    record Bid(@Min(1) @Max(100_000_000) int cents) implements ToServer, Ask<Bid.Outcome> {

        /** What became of a bid. */
        public sealed interface Outcome {}

        public record Leading(int seq) implements Outcome {}

        public record TooLow(int minimumCents) implements Outcome {}
    }

    /** Says something to everyone who watches the lot. */
    record Shout(
            @NotBlank @Size(max = 20) String text,
            @Size(max = 2) List<@Size(max = 5) String> tags) implements ToServer {}

    /** The pointer is here. */
    @Volatile
    record Point(int x) implements ToServer {}

    record Price(int cents, List<Event> events) implements ToClient {}

    record Shouted(String text) implements ToClient {}

    /** The server asks whether the bidder is of age. */
    record ConfirmAge(String lot) implements ToClient, Ask<ConfirmAge.Answer> {

        public record Answer(boolean over18) {}
    }

    /** What happened to the price. */
    sealed interface Event {}

    record Raised(@AsString long by) implements Event {}

    record Extended(int seconds) implements Event {}
}
