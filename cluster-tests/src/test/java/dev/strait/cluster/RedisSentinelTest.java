package dev.strait.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.BackplaneView.State;
import dev.strait.runtime.ChannelHub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A Sentinel names the server, also after the first one is gone. */
class RedisSentinelTest {

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static ChannelHub hub(RedisServer sentinel) {
        return ChannelHub.builder()
                .backplane(RedisBackplane.connect("redis-sentinel://127.0.0.1:" + sentinel.port() + "#shop"))
                .build();
    }

    private static boolean knowEachOther(ChannelHub one, ChannelHub two) {
        return one.backplane().state() == State.CONNECTED
                && two.backplane().state() == State.CONNECTED
                && one.backplane().peers().size() == 1
                && two.backplane().peers().size() == 1;
    }

    @Test
    void nodesFollowAFailover() throws Exception {
        try (RedisServer primary = RedisServer.start();
                RedisServer replica = RedisServer.start("--replicaof", "127.0.0.1", String.valueOf(primary.port()));
                RedisServer sentinel = RedisServer.sentinelOf(primary);
                ChannelHub one = hub(sentinel);
                ChannelHub two = hub(sentinel)) {
            one.add(FeedEndpoint.of(new FeedService(one)));
            two.add(FeedEndpoint.of(new FeedService(two)));
            await(() -> knowEachOther(one, two));
            await(() -> sentinel.command("sentinel", "replicas", "shop").contains(String.valueOf(replica.port())));
            primary.kill();
            await(() -> one.backplane().isDegraded() && two.backplane().isDegraded());
            await(() -> knowEachOther(one, two));
            assertThat(replica.command("role")).startsWith("master");
            assertThat(FeedEmitter.of(one).everywhere().rooms(1).toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(60));
        }
    }
}
