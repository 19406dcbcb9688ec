package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelType;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.security.Principal;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The interface that a server application implements to serve {@link Prices}.
 *
 * <p>Prices of shares.
 *
 * <p>All calls for one connection are serial and in this order: {@code open}, {@code user}, the messages, and
 * {@code closed}. Calls for different connections run in parallel. A method may block, unless the endpoint is
 * {@code nonBlocking()}. The client receives the code of a {@link dev.strait.runtime.Refusal}; any other exception is logged, and the
 * client receives a reference to the log entry.
 *
 * @param <S> the state of a connection
 */
@ChannelType(
        endpoint = PricesEndpoint.class,
        emitter = PricesEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public interface PricesHandler<S> {
    /**
     * Admits a connection and returns its state. A {@link dev.strait.runtime.Refusal} closes the connection.
     *
     * @param handshake the HTTP request of the connection
     * @return the state of the connection
     */
    S open(Handshake handshake);

    /**
     * Handles {@link Prices.Watch} from a client.
     */
    void onWatch(Prices.Watch watch, PricesConnection<S> from);

    /**
     * Handles {@link Prices.Latest} from a client.
     *
     * @return the answer; never null
     */
    Prices.Price onLatest(Prices.Latest latest, PricesConnection<S> from);

    /**
     * Returns the user id of the connection, as used by {@code user(...)} targets. By default it is the name of
     * the principal.
     */
    default Optional<String> user(S state, Handshake handshake) {
        return handshake.principal().map(Principal::getName);
    }

    /**
     * The client has sent a new token, which the hub's authenticator has accepted, if there is one. A
     * {@link dev.strait.runtime.Refusal} closes the connection with 4401. Does nothing by default.
     */
    default void reauthenticated(PricesConnection<S> connection, String token) {
    }

    /**
     * The connection has closed. This is the last call for it; each {@code open} that returned gets exactly one.
     * Does nothing by default.
     */
    default void closed(PricesConnection<S> connection, CloseReason reason) {
    }

    /**
     * A container deployed this handler by scanning. The hub can be used to emit. Does nothing by default.
     */
    default void deployed(ChannelHub hub) {
    }
}
