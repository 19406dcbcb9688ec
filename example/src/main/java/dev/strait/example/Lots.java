package dev.strait.example;

import dev.strait.runtime.ChannelHub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lots and their bids: a plain service. A timer calls {@link #close}, outside any handler, and the emitter sends
 * the news to all watchers.
 */
final class Lots {

    private static final int STEP_CENTS = 100;

    private static final List<String> TITLES = List.of(
            "A brass ship's clock", "A sea chart of the strait", "A lighthouse keeper's lamp", "A sextant in its box");

    /** The state of one lot. */
    private record Standing(String title, int cents, String leader, Instant endsAt) {}

    private final Map<Long, Standing> open = new ConcurrentHashMap<>();
    private final AuctionEmitter auction;
    private final InstantSource clock;
    private final Duration length;

    Lots(ChannelHub hub, InstantSource clock, Duration length) {
        this.auction = AuctionEmitter.of(hub);
        this.clock = clock;
        this.length = length;
        open.put(42L, fresh(0));
    }

    boolean isKnown(long lot) {
        return open.containsKey(lot);
    }

    Auction.Price price(long lot) {
        Standing now = standing(lot);
        return new Auction.Price(now.title(), now.cents(), now.cents() + STEP_CENTS, now.leader(), now.endsAt());
    }

    /** Accepts a bid if it is high enough and in time. */
    Auction.Bid.Outcome bid(long lot, String bidder, int cents) {
        Standing[] before = new Standing[1];
        open.computeIfPresent(lot, (number, now) -> {
            before[0] = now;
            boolean isGood =
                    cents >= now.cents() + STEP_CENTS && clock.instant().isBefore(now.endsAt());
            return isGood ? new Standing(now.title(), cents, bidder, now.endsAt()) : now;
        });
        Standing then = before[0];
        if (!clock.instant().isBefore(then.endsAt())) {
            return new Auction.Bid.TooLate();
        }
        return cents < then.cents() + STEP_CENTS
                ? new Auction.Bid.TooLow(then.cents() + STEP_CENTS)
                : new Auction.Bid.Leading(cents);
    }

    /** Called by the timer: closes expired lots and opens the next ones. */
    void close() {
        open.forEach((lot, standing) -> {
            if (!clock.instant().isBefore(standing.endsAt())) {
                auction.room(lot).sold(standing.title(), standing.cents(), standing.leader());
                open.put(lot, fresh(TITLES.indexOf(standing.title()) + 1));
                auction.room(lot).emit(price(lot));
            }
        });
    }

    private Standing standing(long lot) {
        Standing standing = open.get(lot);
        if (standing == null) {
            throw new IllegalArgumentException("Lot " + lot + " does not exist.");
        }
        return standing;
    }

    private Standing fresh(int number) {
        return new Standing(
                TITLES.get(number % TITLES.size()), 1_000, "", clock.instant().plus(length));
    }
}
