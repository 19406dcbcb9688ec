package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.ChannelType;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Prices} from code outside the handler, on any thread.
 *
 * <p>Prices of shares.
 *
 * <p>A target is a union: each connection receives at most one frame. An empty target matches no connection.
 */
@ChannelType(
        endpoint = PricesEndpoint.class,
        emitter = PricesEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesEmitter {
    private final ChannelGateway<String, Prices.ToClient> gateway;

    private PricesEmitter(ChannelGateway<String, Prices.ToClient> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the emitter of a hub. It may be created before the channel's endpoint is added.
     */
    public static PricesEmitter of(ChannelHub hub) {
        return new PricesEmitter(hub.channel(PricesCodec.CONTRACT));
    }

    /**
     * Returns the connections of a user as a target.
     */
    public PricesSender.UserTarget user(String user) {
        return new PricesSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    }

    /**
     * Returns the connections of some users as a target.
     */
    public PricesSender.Target users(Collection<String> users) {
        return new PricesSender.Target(gateway.users(users));
    }

    /**
     * Returns one connection as a target. An unknown id is not an error: it matches no connection.
     */
    public PricesSender.ConnectionTarget connection(String connectionId) {
        return new PricesSender.ConnectionTarget(gateway.connections(List.of(connectionId)), gateway, connectionId);
    }

    /**
     * Returns some connections as a target.
     */
    public PricesSender.Target connections(Collection<String> connectionIds) {
        return new PricesSender.Target(gateway.connections(connectionIds));
    }

    /**
     * Returns all connections of the channel as a target.
     */
    public PricesSender.Target everyone() {
        return new PricesSender.Target(gateway.everyone());
    }

    /**
     * Returns a snapshot of the connections on this node.
     */
    public List<ConnectionInfo> connections() {
        return gateway.connections();
    }

    /**
     * Returns what asks all nodes about their connections.
     */
    public PricesCluster everywhere() {
        return new PricesCluster(gateway.everywhere());
    }
}
