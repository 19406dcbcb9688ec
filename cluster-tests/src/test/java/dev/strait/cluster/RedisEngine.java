package dev.strait.cluster;

import dev.strait.backplane.Engine;
import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.spi.Backplane;
import io.lettuce.core.RedisURI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A server, and for each node a proxy before it. */
final class RedisEngine implements Engine {

    private final RedisServer server;
    private final UnaryOperator<RedisBackplane.Builder> settings;
    private final Map<Backplane, TcpProxy> proxies = new HashMap<>();

    RedisEngine(RedisServer server, UnaryOperator<RedisBackplane.Builder> settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public Backplane connect(String application) {
        TcpProxy proxy = TcpProxy.to(server.port());
        Backplane node = settings.apply(RedisBackplane.builder())
                .application(application)
                .uri(RedisURI.builder(RedisURI.create(proxy.uri())).build())
                .build();
        proxies.put(node, proxy);
        return node;
    }

    private TcpProxy proxy(Backplane node) {
        return Objects.requireNonNull(proxies.get(node));
    }

    @Override
    public void cut(Backplane node) {
        proxy(node).cut();
    }

    @Override
    public void hang(Backplane node) {
        proxy(node).hold();
    }

    @Override
    public void restore(Backplane node) {
        proxy(node).restore();
    }

    @Override
    public void drop(Backplane node) {
        server.killSubscribers(proxy(node));
    }

    @Override
    public void freeze() {
        server.freeze();
    }

    @Override
    public void thaw() {
        server.thaw();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        proxies.values().forEach(TcpProxy::close);
        server.close();
    }
}
