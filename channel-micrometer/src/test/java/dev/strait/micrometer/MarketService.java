package dev.strait.micrometer;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Offers of "sold" are refused, "broken" fails, "asked" asks the client. */
final class MarketService implements MarketHandler<String> {

    @Override
    public String open(Market.Room room, Handshake handshake) {
        return "";
    }

    @Override
    public void onOffer(Market.Offer offer, MarketConnection<String> from) {
        switch (offer.goods()) {
            case "sold" -> throw Refusal.of("sold-out", "All are sold.");
            case "broken" -> throw new IllegalStateException("broken");
            case "asked" -> {
                CompletionStage<?> unused = from.ask(new Market.Confirm("asked"), Duration.ofSeconds(5));
            }
            default -> from.toRoom().offered(offer.goods());
        }
    }
}
