package dev.strait.tests.kit;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rooms with a state: each lot has its highest bid, and a price that a tick repeats. */
final class CountingRooms implements AuctionsRoom<String, CountingRooms.Lot> {

    static final class Lot {
        int highest;
        int ticks;
    }

    final List<String> calls = new ArrayList<>();

    @Override
    public String open(Handshake handshake) {
        return handshake.query("user").orElse("nobody");
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public Lot create(String room) {
        calls.add("create " + room);
        return new Lot();
    }

    @Override
    public Duration tickEvery() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void tick(Lot lot, AuctionsRooms.Members<String> members, Duration elapsed) {
        lot.ticks++;
        members.toRoom().price(lot.highest);
    }

    @Override
    public Duration retention() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void emptied(String room, Lot lot) {
        calls.add("emptied " + room + " after " + lot.ticks + " ticks");
    }

    @Override
    public Auctions.Outcome onBid(Auctions.Bid bid, AuctionsConnection<String> from, Lot lot) {
        boolean isLeading = bid.cents() > lot.highest;
        lot.highest = Math.max(lot.highest, bid.cents());
        return new Auctions.Outcome(isLeading, lot.highest);
    }

    @Override
    public void onSay(Auctions.Say say, AuctionsConnection<String> from, Lot lot) {
        from.toRoom().said(from.state(), say.text());
    }

    @Override
    public void onClose(Auctions.Close close, AuctionsConnection<String> from, Lot lot) {
        from.toRoom().closed();
    }

    @Override
    public Auctions.Me onWhoAmI(Auctions.WhoAmI whoAmI, AuctionsConnection<String> from, Lot lot) {
        return new Auctions.Me(from.state(), false);
    }

    @Override
    public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from, Lot lot) {
        throw Refusal.forbidden("Closed.");
    }

    @Override
    public void onBreak(Auctions.Break aBreak, AuctionsConnection<String> from, Lot lot) {
        throw new IllegalStateException("out of order");
    }
}
