package dev.strait.tests.kit;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handler of {@link Auctions}. */
class AuctionsService implements AuctionsHandler<String> {

    static final Duration AGE_TIMEOUT = Duration.ofSeconds(20);

    final List<String> calls = new ArrayList<>();
    private final Map<String, Integer> highest = new HashMap<>();

    @Override
    public String open(Handshake handshake) {
        String name = handshake
                .principal()
                .map(Principal::getName)
                .or(() -> handshake.query("user"))
                .orElse("nobody");
        if (name.equals("mallory")) {
            throw Refusal.forbidden("Not you.");
        }
        return name;
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void join(String lot, AuctionsConnection<String> connection) {
        if (lot.equals("secret")) {
            throw Refusal.forbidden("Not this lot.");
        }
    }

    @Override
    public void joined(String lot, AuctionsConnection<String> connection) {
        calls.add("joined " + lot + " " + connection.state());
    }

    @Override
    public void left(String lot, AuctionsConnection<String> connection) {
        calls.add("left " + lot + " " + connection.state());
    }

    @Override
    public void closed(AuctionsConnection<String> connection, CloseReason reason) {
        calls.add("closed " + connection.state() + " " + reason.code());
    }

    @Override
    public Auctions.Outcome onBid(Auctions.Bid bid, AuctionsConnection<String> from) {
        int before = highest.getOrDefault(from.room(), 0);
        if (bid.cents() > before) {
            highest.put(from.room(), bid.cents());
            from.toRoom().price(bid.cents());
        }
        return new Auctions.Outcome(bid.cents() > before, Math.max(bid.cents(), before));
    }

    @Override
    public void onSay(Auctions.Say say, AuctionsConnection<String> from) {
        from.toRoom().said(from.state(), say.text());
    }

    @Override
    public void onClose(Auctions.Close close, AuctionsConnection<String> from) {
        from.toRoom().closed();
    }

    @Override
    public Auctions.Me onWhoAmI(Auctions.WhoAmI whoAmI, AuctionsConnection<String> from) {
        return new Auctions.Me(from.state(), from.handshake().hasRole("auctioneer"));
    }

    @Override
    public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from) {
        from.ask(new Auctions.ConfirmAge(from.state()), AGE_TIMEOUT)
                .whenComplete((age, failure) -> from.reply().entered(failure == null && age.isAdult()));
    }

    @Override
    public void onBreak(Auctions.Break aBreak, AuctionsConnection<String> from) {
        throw new IllegalStateException("out of order");
    }
}
