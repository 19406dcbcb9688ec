package dev.strait.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.tests.Tls;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SslOptions;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, passwords and rights. */
class RedisSecurityTest {

    private static final Topic ROOM = new Topic(Topic.Kind.ROOM, "com.acme.Chat", "lobby");

    /** What a backplane has reported. */
    private static final class Events implements Backplane.Arrivals {

        final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public void received(Topic topic, Envelope envelope) {
            all.add("received " + envelope.bytes().length);
        }

        @Override
        public void up() {
            all.add("up");
        }

        @Override
        public void down(Optional<Throwable> why) {
            all.add("down " + why.map(Throwable::getMessage).orElse(""));
        }

        @Override
        public void lost(Set<Topic> topics) {
            all.add("lost");
        }

        String next() throws InterruptedException {
            return String.valueOf(all.poll(60, TimeUnit.SECONDS));
        }
    }

    private static void assertWorks(Backplane backplane) throws Exception {
        Events events = new Events();
        try (backplane) {
            await(backplane.start("node0000", events));
            assertThat(events.next()).isEqualTo("up");
            await(backplane.subscribe(ROOM));
            await(backplane.publish(ROOM, new Envelope(new byte[5])));
            assertThat(events.next()).isEqualTo("received 5");
        }
    }

    private static String failureOf(Backplane backplane) throws Exception {
        Events events = new Events();
        try (backplane) {
            CompletionStage<Void> unused = backplane.start("node0000", events);
            return events.next();
        }
    }

    private static void await(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void tlsIsUsedAndTheCertificateIsChecked(@TempDir Path folder) throws Exception {
        Tls tls = Tls.create(folder);
        try (RedisServer server = RedisServer.start(tls)) {
            String uri = "rediss://127.0.0.1:" + server.port();
            SslOptions trusting = SslOptions.builder()
                    .trustManager(tls.certificates().toFile())
                    .build();
            assertWorks(RedisBackplane.builder().uri(uri).sslOptions(trusting).build());
            assertThat(failureOf(RedisBackplane.connect(uri))).contains("unable to find valid certification path");
            assertThat(failureOf(RedisBackplane.builder()
                            .uri("rediss://127.0.0.2:" + server.port())
                            .sslOptions(trusting)
                            .build()))
                    .startsWith("down")
                    .contains("No subject alternative");
        }
    }

    @Test
    void aWrongPasswordIsReportedWithoutThePassword() throws Exception {
        try (RedisServer server = RedisServer.start("--requirepass", "a-secret")) {
            assertWorks(RedisBackplane.connect("redis://:a-secret@127.0.0.1:" + server.port()));
            assertThat(failureOf(RedisBackplane.connect("redis://:wrong-one@127.0.0.1:" + server.port())))
                    .contains("WRONGPASS")
                    .doesNotContain("wrong-one");
        }
    }

    @Test
    void theRightsOfTheDocumentationAreEnough() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            grant(server);
            String uri = "redis://strait:password@127.0.0.1:" + server.port();
            assertWorks(RedisBackplane.builder().uri(uri).application("shop").build());
            assertWorks(RedisBackplane.builder()
                    .uri(uri)
                    .application("shop")
                    .sharded()
                    .build());
            Events events = new Events();
            try (Backplane other =
                    RedisBackplane.builder().uri(uri).application("desk").build()) {
                await(other.start("node0000", events));
                assertThat(events.next()).isEqualTo("up");
                assertThat(other.publish(ROOM, new Envelope(new byte[1])).toCompletableFuture())
                        .failsWithin(Duration.ofSeconds(60))
                        .withThrowableThat()
                        .havingRootCause()
                        .withMessageContaining("NOPERM");
                CompletionStage<Void> unused = other.subscribe(ROOM);
                assertThat(events.next()).startsWith("down").contains("NOPERM");
            }
        }
    }

    private static void grant(RedisServer server) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "cluster.md")).stream()
                .filter(line -> line.startsWith("ACL SETUSER"))
                .toList();
        assertThat(lines).hasSize(2);
        RedisClient client = RedisClient.create(server.uri());
        try {
            for (String line : lines) {
                CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
                List.of(line.split(" ")).subList(1, line.split(" ").length).forEach(arguments::add);
                client.connect().sync().dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), arguments);
            }
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void invalidSettingsAreRefused() {
        for (String uri : List.of(
                "http://localhost",
                "localhost:6379",
                "redis://localhost:port",
                "redis://:a secret@localhost",
                "redis://:a/secret@localhost",
                "redis://:a#secret@localhost:1")) {
            assertThatThrownBy(() -> RedisBackplane.connect(uri))
                    .as(uri)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("percent-encode")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> RedisBackplane.builder().application("a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 32 letters");
        assertThatThrownBy(() -> RedisBackplane.builder().commandTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 ms to 10 s");
    }
}
