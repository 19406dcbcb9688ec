package com.acme;

import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ConnectionView;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Prices}, as a handler sees it.
 *
 * <p>Prices of shares.
 *
 * <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
 * remain available, and messages to it are dropped. Objects of the same connection are equal.
 *
 * @param <S> the state of a connection, as returned by {@code open}
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesConnection<S> extends ConnectionView<S, String, Prices.ToClient> {
    PricesConnection(ChannelConnection<S, String, Prices.ToClient> connection) {
        super(connection);
    }

    /**
     * Sends to this connection only.
     */
    public PricesSender reply() {
        return new PricesSender(connection().reply());
    }

    /**
     * Sends to all connections of the channel but this one.
     */
    public PricesSender.Target toOthers() {
        return new PricesSender.Target(connection().toOthers());
    }

    /**
     * Sends to all connections of the channel, this one included.
     */
    public PricesSender.Target toEveryone() {
        return new PricesSender.Target(connection().toEveryone());
    }
}
