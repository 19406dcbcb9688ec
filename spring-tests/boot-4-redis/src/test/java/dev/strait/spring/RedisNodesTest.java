package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.cluster.RedisServer;
import dev.strait.runtime.BackplaneView.State;
import dev.strait.runtime.ChannelHub;
import dev.strait.spring.app.App;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Two applications that share a server, with properties only. */
@ExtendWith(OutputCaptureExtension.class)
class RedisNodesTest {

    private final List<ConfigurableApplicationContext> apps = new ArrayList<>();

    @AfterEach
    void stop() {
        apps.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext start(String name, String... properties) {
        ConfigurableApplicationContext app = new SpringApplicationBuilder(App.class)
                .properties(
                        "server.port=0",
                        "strait.node=" + name,
                        "spring.application.name=my shop",
                        "management.endpoints.web.exposure.include=health,channels,prometheus",
                        "management.endpoint.health.show-details=always")
                .properties(properties)
                .run();
        apps.add(app);
        return app;
    }

    private static Client client(ConfigurableApplicationContext app) {
        return new Client(app.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ChannelHub hub(ConfigurableApplicationContext app) {
        return app.getBean(ChannelHub.class);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Client.Socket enter(ConfigurableApplicationContext app, String user) throws Exception {
        Client.Socket socket = client(app).connect("/ws/chat/lobby?hello=1", user);
        socket.send("{\"type\":\"$hello\"}");
        socket.await("$ready");
        return socket;
    }

    private void assertTalk(ConfigurableApplicationContext one, ConfigurableApplicationContext two) throws Exception {
        await(() -> hub(one).backplane().peers().size() == 1
                && hub(two).backplane().peers().size() == 1);
        Client.Socket ann = enter(one, "ann");
        Client.Socket root = enter(two, "root");
        root.send("{\"type\":\"say\",\"text\":\"hi\"}");
        assertThat(ann.await("said")).contains("\"user\":\"root\"");
        ann.send("{\"type\":\"say\",\"text\":\"hello\"}");
        assertThat(root.await("hello")).contains("\"user\":\"ann\"");
    }

    @Test
    void aUriConnectsTheNodes() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            String uri = "strait.redis.uri=" + server.uri();
            ConfigurableApplicationContext one = start("web-1", uri);
            assertTalk(one, start("web-2", uri));
            assertThat(client(one).get("/actuator/channels").body())
                    .contains(
                            "\"backplane\":{\"state\":\"CONNECTED\",\"reason\":\"\",\"node\":\"web-1\",\"peers\":[\"web-2\"]");
            assertThat(client(one).get("/actuator/health").body()).contains("\"backplane\":\"UP\"");
            assertThat(client(one).get("/actuator/prometheus").body())
                    .contains("strait_server_backplane_connected 1.0", "strait_server_backplane_peers_nodes 1.0");
            server.kill();
            await(() -> hub(one).backplane().state() == State.DISCONNECTED);
            assertThat(client(one).get("/actuator/health").body())
                    .contains("\"backplane\":\"DEGRADED\"")
                    .containsPattern("\"strait\":\\{(\"status\":\"UP\",)?"
                            + "\"details\":\\{\"backplane\":\"DEGRADED\",\"state\":\"SERVING\"}(,\"status\":\"UP\")?}");
        }
    }

    @Test
    void theServerOfTheConnectionFactoryIsUsed() throws Exception {
        try (RedisServer server = RedisServer.start("--requirepass", "a secret")) {
            String[] settings = {
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.port=" + server.port(),
                "spring.data.redis.password=a secret"
            };
            assertTalk(start("web-1", settings), start("web-2", settings));
        }
    }

    @Test
    void anInvalidUriIsReportedWithItsProperty(CapturedOutput output) {
        assertThatThrownBy(() -> start("web-1", "strait.redis.uri=nonsense"));
        assertThat(output).contains("strait.redis.uri is not valid").doesNotContain("\tat dev.strait");
    }

    @Test
    void anInvalidApplicationIsReportedWithItsProperty(CapturedOutput output) {
        assertThatThrownBy(
                () -> start("web-1", "strait.redis.uri=redis://localhost:1", "strait.redis.application=a shop"));
        assertThat(output).contains("strait.redis.application is not valid", "1 to 32 letters");
    }

    @Test
    void anApplicationStartsWithoutItsServer() throws Exception {
        ConfigurableApplicationContext alone = start("web-1", "strait.redis.uri=redis://127.0.0.1:1");
        Client.Socket ann = enter(alone, "ann");
        ann.send("{\"type\":\"say\",\"text\":\"hi\"}");
        ann.await("said");
        assertThat(hub(alone).backplane().isDegraded()).isTrue();
    }
}
