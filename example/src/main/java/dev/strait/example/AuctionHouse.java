package dev.strait.example;

import dev.strait.example.Auction.Bid.Outcome;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;

/** Handles bids. The lots are in {@link Lots}, which also announces when a lot closes. */
final class AuctionHouse implements AuctionHandler<String> {

    private final Lots lots;

    AuctionHouse(Lots lots) {
        this.lots = lots;
    }

    @Override
    public String open(Auction.Room room, Handshake handshake) {
        if (!lots.isKnown(room.lot())) {
            throw Refusal.notFound("Lot " + room.lot() + " does not exist.");
        }
        return handshake.query("user").orElse("anonymous");
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void joined(Auction.Room room, AuctionConnection<String> connection) {
        connection.reply().emit(lots.price(room.lot()));
    }

    @Override
    public Outcome onBid(Auction.Bid bid, AuctionConnection<String> from) {
        long lot = from.room().lot();
        Outcome outcome = lots.bid(lot, from.state(), bid.cents());
        if (outcome instanceof Auction.Bid.Leading) {
            from.toRoom().emit(lots.price(lot));
        }
        return outcome;
    }
}
