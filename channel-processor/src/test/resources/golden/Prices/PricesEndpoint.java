package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.Handlers;
import java.lang.AssertionError;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * The endpoint of {@link Prices} with its handler, to be added to a hub.
 *
 * <p>Prices of shares.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler is the only
     * service provider of {@link PricesHandler}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public PricesEndpoint() {
        this(Handlers.only(services(), PricesHandler.class));
    }

    private PricesEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static PricesEndpoint of(PricesHandler<?> handler) {
        return new PricesEndpoint(new Binding<>(handler));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (PricesHandler<?> handler : ServiceLoader.load(PricesHandler.class)) {
            found.add(new Binding<>(handler));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, String, Prices.ToServer, Prices.ToClient>, DeploymentListener {
        private final PricesHandler<S> handler;

        Binding(PricesHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<String, Prices.ToServer, Prices.ToClient> contract() {
            return PricesCodec.CONTRACT;
        }

        @Override
        public S open(String key, Handshake handshake) {
            return handler.open(handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public Object receive(Prices.ToServer message,
                ChannelConnection<S, String, Prices.ToClient> from) {
            PricesConnection<S> connection = new PricesConnection<>(from);
            if (message instanceof Prices.Watch watch) {
                handler.onWatch(watch, connection);
                return null;
            }
            if (message instanceof Prices.Latest latest) {
                return handler.onLatest(latest, connection);
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void reauthenticated(ChannelConnection<S, String, Prices.ToClient> connection,
                String token) {
            handler.reauthenticated(new PricesConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, String, Prices.ToClient> connection,
                CloseReason reason) {
            handler.closed(new PricesConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
