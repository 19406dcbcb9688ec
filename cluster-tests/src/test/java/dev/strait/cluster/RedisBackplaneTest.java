package dev.strait.cluster;

import dev.strait.backplane.BackplaneContract;
import dev.strait.backplane.Engine;
import dev.strait.redis.RedisBackplane;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** Redis keeps the contract of backplanes. */
class RedisBackplaneTest {

    private static Engine start(UnaryOperator<RedisBackplane.Builder> settings) throws IOException {
        return new RedisEngine(RedisServer.start(), settings);
    }

    @Nested
    class Classic extends BackplaneContract {

        @Override
        protected Engine start() throws IOException {
            return RedisBackplaneTest.start(UnaryOperator.identity());
        }
    }

    @Nested
    class Sharded extends BackplaneContract {

        @Override
        protected Engine start() throws IOException {
            return RedisBackplaneTest.start(RedisBackplane.Builder::sharded);
        }
    }
}
