package dev.strait.tests.kit;

import dev.strait.Allow;
import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** Auctions, one room for each lot: asks both ways, roles, and rooms that clients join. */
@Channel("/ws/auctions")
interface Auctions {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Bid(@Positive int cents) implements ToServer, Ask<Outcome> {}

    record Outcome(boolean isLeading, int highest) {}

    record Say(@NotBlank @Size(max = 100) String text) implements ToServer {}

    @Allow(roles = "auctioneer")
    record Close() implements ToServer {}

    record WhoAmI() implements ToServer, Ask<Me> {}

    record Me(@Size(max = 50) String name, boolean isAuctioneer) {}

    /** Asks the sender for its age. */
    record Enter() implements ToServer {}

    record Break() implements ToServer {}

    record ConfirmAge(@Size(max = 50) String name) implements ToClient, Ask<Age> {}

    record Age(boolean isAdult) {}

    record Entered(boolean isAdult) implements ToClient {}

    record Said(String name, String text) implements ToClient {}

    record Price(int cents) implements ToClient {}

    record Closed() implements ToClient {}
}
