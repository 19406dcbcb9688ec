package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.spring.app.App;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** An application with the starter, Spring Security and the actuator, on the server of the class path. */
@ExtendWith(OutputCaptureExtension.class)
class SpringChannelsTest {

    private static ConfigurableApplicationContext context;
    private static int port;

    @BeforeAll
    static void start() {
        context = startApp();
        port = port(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** A hub for which no time passes, so that no handshake is allowed after the first ones. */
    static class StoppedClock implements ChannelHubCustomizer {
        @Override
        public void customize(ChannelHub.Builder hub) {
            hub.timeSource(() -> 1);
        }
    }

    private static ConfigurableApplicationContext startApp(String... properties) {
        return startApp(List.of(App.class), properties);
    }

    private static ConfigurableApplicationContext startApp(List<Class<?>> sources, String... properties) {
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties(
                        "server.port=0",
                        "strait.allow-origins=https://app.example",
                        "strait.limits.max-message-bytes=1KB",
                        "management.endpoints.web.exposure.include=health,channels,prometheus",
                        "management.endpoint.health.show-details=always")
                .properties(properties)
                .run();
    }

    private static int port(ConfigurableApplicationContext app) {
        return app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Client client() {
        return new Client(port);
    }

    /** Connects to a room, and waits until the client is a member. */
    private static Client.Socket enter(Client client, String room, @Nullable String user) throws Exception {
        Client.Socket socket = client.connect("/ws/chat/" + room + "?hello=1", user);
        socket.send("{\"type\":\"$hello\"}");
        socket.await("$ready");
        return socket;
    }

    private static String token(String user, Instant expiry, String... roles) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(user)
                .issuedAt(Instant.now().minusSeconds(120))
                .expiresAt(expiry)
                .claim("roles", List.of(roles))
                .build();
        return new NimbusJwtEncoder(new ImmutableSecret<>(App.KEY))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    @Test
    void membersOfARoomChat() throws Exception {
        Client.Socket ann = enter(client(), "lobby", "ann");
        Client.Socket root = enter(client(), "lobby", "root");
        root.send("{\"type\":\"say\",\"text\":\"hi\"}");
        assertThat(ann.await("said")).contains("\"user\":\"root\"", "\"text\":\"hi\"");
        ann.send("{\"type\":\"say\",\"text\":\"\"}");
        assertThat(ann.await("$error")).contains("not-blank");
    }

    @Test
    void aControllerEmits() throws Exception {
        Client.Socket ann = enter(client(), "newsroom", "ann");
        assertThat(client().post("/news", "room=newsroom&text=rain", "ann").body())
                .isEqualTo("1");
        assertThat(ann.await("said")).contains("\"user\":\"news\"", "rain");
    }

    @Test
    void anonymousHandshakesAreRefused() {
        assertThat(client().refusedStatus("/ws/chat/lobby", null, null)).isEqualTo(401);
    }

    @Test
    void foreignOriginsAreRefused() {
        assertThat(client().refusedStatus("/ws/chat/lobby", "ann", "https://evil.example"))
                .isEqualTo(403);
        client().connect("/ws/chat/lobby", "ann", "https://app.example");
    }

    @Test
    void handshakesOverTheRateAreRefusedWithoutAStackTrace(CapturedOutput output) {
        try (ConfigurableApplicationContext app =
                startApp(List.of(App.class, StoppedClock.class), "strait.limits.max-handshakes-per-second=1")) {
            Client client = new Client(port(app));
            assertThat(client.statusOf("/ws/board", null, null)).isEqualTo(101);
            assertThat(client.refusedStatus("/ws/board", null, null)).isEqualTo(503);
        }
        assertThat(output).doesNotContain("HandshakeRefused");
    }

    @Test
    void methodSecurityAppliesToHandlers() throws Exception {
        Client.Socket ann = enter(client(), "halls", "ann");
        ann.send("{\"type\":\"announce\",\"text\":\"lunch\"}");
        assertThat(ann.await("$error")).contains("\"code\":\"forbidden\"");
        Client.Socket root = enter(client(), "halls", "root");
        root.send("{\"type\":\"announce\",\"text\":\"lunch\"}");
        assertThat(ann.await("said")).contains("everyone");
    }

    @Test
    void tokensOfClientsAreVerified() throws Exception {
        Client.Socket ann = client().connect("/ws/board?hello=1", null);
        ann.send(
                "{\"type\":\"$hello\",\"token\":\"" + token("ann", Instant.now().plusSeconds(600), "writer") + "\"}");
        ann.await("$ready");
        ann.send("{\"type\":\"post\",\"text\":\"hi\"}");
        assertThat(ann.await("posted")).contains("\"by\":\"ann\"");
    }

    @Test
    void rolesOfTokensDecideAboutMessages() throws Exception {
        Client.Socket ann = client().connect("/ws/board?hello=1", null);
        ann.send(
                "{\"type\":\"$hello\",\"token\":\"" + token("ann", Instant.now().plusSeconds(600)) + "\"}");
        ann.await("$ready");
        ann.send("{\"type\":\"post\",\"text\":\"hi\"}");
        assertThat(ann.await("$error")).contains("\"code\":\"forbidden\"");
    }

    @Test
    void invalidTokensAreRefused() throws Exception {
        Client.Socket eve = client().connect("/ws/board?hello=1", null);
        eve.send(
                "{\"type\":\"$hello\",\"token\":\"" + token("eve", Instant.now().minusSeconds(100)) + "\"}");
        assertThat(eve.await("closed")).contains("4401");
    }

    @Test
    void signingOutClosesTheConnectionsOfTheSession() throws Exception {
        Client browser = client();
        browser.signIn("ann");
        Client.Socket first = enter(browser, "lobby", null);
        Client other = client();
        other.signIn("ann");
        Client.Socket stays = enter(other, "lobby", null);
        browser.post("/logout", "", null);
        assertThat(first.await("closed")).contains("4401");
        stays.send("{\"type\":\"say\",\"text\":\"still here\"}");
        assertThat(stays.await("said")).contains("still here");
    }

    @Test
    void signingOutAlsoClosesWhatWasOpenedBeforeSigningInAgain() throws Exception {
        Client browser = client();
        browser.signIn("ann");
        Client.Socket first = enter(browser, "lobby", null);
        browser.signIn("ann"); // the session gets another id
        browser.post("/logout", "", null);
        assertThat(first.await("closed")).contains("4401");
    }

    @Test
    void signingOutWhileAConnectionOpensClosesIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Client browser = client();
            browser.signIn("ann");
            Client.Socket opening = browser.connect("/ws/chat/lobby", null);
            browser.post("/logout", "", null);
            assertThat(opening.await("closed")).containsAnyOf("4401", "1008");
        }
    }

    @Test
    void aSessionThatEndsClosesItsConnections() throws Exception {
        Client browser = client();
        browser.signIn("ann");
        Client.Socket first = enter(browser, "lobby", null);
        browser.post("/end-session", "", null);
        assertThat(first.await("closed")).containsAnyOf("4401", "1008"); // some containers close it themselves
    }

    @Test
    void generatedClientsAreServed() throws Exception {
        assertThat(client().get("/strait/dev.strait.spring.app.Chat.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theActuatorShowsTheHub() throws Exception {
        enter(client(), "metered", "ann").send("{\"type\":\"say\",\"text\":\"hi\"}");
        assertThat(client().get("/actuator/health").body()).contains("\"strait\":{", "SERVING");
        assertThat(client().get("/actuator/channels").body())
                .contains("\"state\":\"SERVING\"", "\"name\":\"dev.strait.spring.app.Chat\"", "/ws/chat/{room}");
        assertThat(client().get("/actuator/prometheus").body())
                .contains("strait_server_active_connections", "strait_server_handshakes");
    }

    @Test
    void propertiesSetLimits() {
        assertThat(context.getBean(ChannelHub.class).limits().maxMessageBytes()).isEqualTo(1_024);
    }

    @Test
    void connectionsAreDrainedBeforeTheServerStops() throws Exception {
        for (int run = 0; run < 2; run++) { // also a restart in the same JVM
            ConfigurableApplicationContext app = startApp();
            List<Object> states = new ArrayList<>();
            app.addApplicationListener((AvailabilityChangeEvent<?> event) -> states.add(event.getState()));
            Client.Socket ann = enter(new Client(port(app)), "lobby", "ann");
            app.close();
            assertThat(states).first().isEqualTo(ReadinessState.REFUSING_TRAFFIC);
            ann.await("$bye");
            assertThat(ann.await("closed")).contains("1012");
        }
    }
}
