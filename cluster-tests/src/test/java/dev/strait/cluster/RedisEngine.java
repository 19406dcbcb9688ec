package dev.strait.cluster;

import dev.strait.backplane.Engine;
import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.spi.Backplane;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return proxies.get(node);
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
        List<Integer> ports = proxy(node).portsAtServer();
        try (RedisClient client = RedisClient.create(server.uri())) {
            RedisCommands<String, String> commands = client.connect().sync();
            commands.clientList()
                    .lines()
                    .filter(line -> ports.stream().anyMatch(port -> line.contains("addr=127.0.0.1:" + port + " ")))
                    .filter(line -> !line.contains(" sub=0 ") || !line.contains(" ssub=0 "))
                    .map(line -> Long.valueOf(line.substring("id=".length(), line.indexOf(' '))))
                    .forEach(id -> commands.clientKill(KillArgs.Builder.id(id)));
        }
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
