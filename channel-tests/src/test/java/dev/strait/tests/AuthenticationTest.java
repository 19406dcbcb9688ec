package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hello, tokens, roles and their expiry, on manual clocks. */
@Tag("container")
class AuthenticationTest {

    private static final long START = 1_700_000_000_000L;

    /** Acquired by the authenticator for a slow token. */
    private static final Semaphore ON_SLOW_TOKEN = new Semaphore(0);

    private final AtomicLong nanos = new AtomicLong(1);
    private final AtomicLong wallMillis = new AtomicLong(START);
    private final VaultService service = new VaultService();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ChannelHub hub = TestContainer.hub()
            .limits(Running.generous()
                    .pingInterval(Duration.ofDays(1))
                    .idleTimeout(Duration.ofDays(1))
                    .build())
            .timeSource(nanos::get)
            .wallClock(new ManualClock(wallMillis))
            .authenticator(AuthenticationTest::identityOf)
            .build();
    private final VaultEmitter emitter = VaultEmitter.of(hub);

    /** A token is a name, roles and the seconds until it expires, separated by dots. */
    private static Identity identityOf(String token, Handshake handshake) {
        if (token.startsWith("bad")) {
            throw Refusal.unauthenticated("The token is invalid.");
        }
        if (token.startsWith("broken")) {
            throw new IllegalStateException("the identity provider is down");
        }
        String[] parts = token.split("\\.", -1);
        Identity identity = Identity.of(parts[0]);
        if (parts.length > 1 && !parts[1].isEmpty()) {
            identity = identity.withRoles(parts[1].split("-"));
        }
        if (token.endsWith("slow")) {
            ON_SLOW_TOKEN.acquireUninterruptibly();
        }
        return parts.length > 2
                ? identity.withExpiry(Instant.ofEpochMilli(START).plusSeconds(Long.parseLong(parts[2])))
                : identity;
    }

    private static final class ManualClock extends Clock {

        private final AtomicLong millis;

        ManualClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private TestContainer.Started serve(ChannelEndpoint endpoint) {
        hub.add(endpoint);
        TestContainer.Started server = TestContainer.startAny(hub);
        opened.add(0, server);
        return server;
    }

    private TestContainer.Started serve() {
        return serve(VaultEndpoint.of(service));
    }

    private TestClient connect(TestContainer.Started server, String query) {
        TestClient client = TestClient.connect(server.uri("/ws/vault" + query));
        opened.add(0, client);
        return client;
    }

    private TestClient connectWithHeader(TestContainer.Started server, String query, String token) {
        TestClient client = TestClient.connect(
                TestClient.HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token),
                server.uri("/ws/vault" + query));
        opened.add(0, client);
        return client;
    }

    private TestClient hello(TestContainer.Started server, String token) {
        TestClient client = connect(server, "?hello=1");
        client.send("{'type':'$hello','token':'" + token + "'}");
        assertThat(client.nextJson().path("type").asText()).isEqualTo("$ready");
        return client;
    }

    private static void expectClose(int code, TestClient client) {
        assertThat(client.closeCode()).isEqualTo(code);
    }

    @AfterEach
    void close() throws Exception {
        ON_SLOW_TOKEN.drainPermits();
        service.points.release(1_000);
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aConnectionThatWaitsForHelloOpensWithTheIdentityOfItsToken() {
        TestClient client = connect(serve(), "?hello=1");
        client.send("{'type':'$ping'}").expect("{'type':'$pong'}");
        assertThat(service.calls).isEmpty();
        client.send(
                "{'type':'$hello','contract':'0','token':'ann.admin','session':'unknown fields are ignored','$id':1}");
        JsonNode ready = client.nextJson();
        assertThat(ready.path("type").asText()).isEqualTo("$ready");
        assertThat(ready.path("v").asInt()).isEqualTo(1);
        assertThat(ready.path("$re").asInt()).isEqualTo(1);
        assertThat(ready.path("user").asText()).isEqualTo("ann");
        assertThat(Await.next(service.calls)).isEqualTo("open ann");
        client.send("{'type':'look'}").expect("{'type':'seen','user':'ann','isAdmin':true,'token':'ann.admin'}");
    }

    @Test
    void messagesSentRightAfterHelloAreHandledOnceTheConnectionIsOpen() {
        TestClient client = connect(serve(), "?hello=1");
        client.send("{'type':'$hello','token':'ann'}").send("{'type':'look'}");
        assertThat(client.nextJson().path("type").asText()).isEqualTo("$ready");
        client.expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann'}");
    }

    @Test
    void helloWithoutATokenHasNoIdentity() {
        TestClient client = connect(serve(), "?hello=2");
        client.send("{'type':'$hello'}");
        JsonNode ready = client.nextJson();
        assertThat(ready.path("type").asText()).isEqualTo("$ready");
        assertThat(ready.has("user")).isFalse();
        assertThat(Await.next(service.calls)).isEqualTo("open nobody");
    }

    @Test
    void anyOtherFrameBeforeHelloCloses() {
        TestContainer.Started server = serve();
        for (String frame : List.of("{'type':'look'}", "{'type':'$auth','token':'ann'}", "{", "{'type':'$helo'}")) {
            expectClose(4408, connect(server, "?hello=1").sendLast(frame));
        }
        expectClose(4408, connect(server, "?hello=1").sendLast("{'type':'$hello','token':7,'$id':1}"));
        assertThat(service.calls).isEmpty();
    }

    @Test
    void aConnectionClosesIfHelloDoesNotArriveInTime() {
        TestClient client = connect(serve(), "?hello=1");
        Await.until(() -> {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(10_001)); // the server may notice the client late
            return client.isClosed();
        });
        expectClose(4408, client);
        assertThat(service.calls).isEmpty();
    }

    @Test
    void anEndpointCanMakeAllClientsSayHello() {
        TestClient client = connect(serve(VaultEndpoint.of(service).requireHello()), "");
        assertThat(service.calls).isEmpty();
        client.send("{'type':'$hello','token':'ann'}");
        assertThat(client.nextJson().path("user").asText()).isEqualTo("ann");
    }

    @Test
    void helloCannotBeRequiredOfClientsOfOtherProtocols() {
        ChannelEndpoint endpoint = AlephaChatEndpoint.of(new AlephaChatService())
                .protocol(Protocols.alepha())
                .requireHello();
        assertThatThrownBy(() -> hub.add(endpoint))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("requireHello() needs Strait's own protocol");
        serve();
    }

    @Test
    void anInvalidTokenIsAnsweredAndClosesWith4401() {
        TestClient client = connect(serve(), "?hello=1");
        client.send("{'type':'$hello','token':'bad'}");
        assertThat(client.expectError("unauthenticated").path("message").asText())
                .isEqualTo("The token is invalid.");
        expectClose(4401, client);
        assertThat(service.calls).isEmpty();
    }

    @Test
    void aFailingAuthenticatorClosesWith1011() {
        TestClient client = connect(serve(), "?hello=1");
        client.send("{'type':'$hello','token':'broken'}").expectError("internal");
        expectClose(1011, client);
    }

    @Test
    void theTokenOfTheHeaderCountsForClientsWithoutHello() {
        TestClient client = connectWithHeader(serve(), "", "ann.admin");
        client.send("{'type':'look'}").expect("{'type':'seen','user':'ann','isAdmin':true,'token':'ann.admin'}");
    }

    @Test
    void theTokenOfHelloWinsOverTheHeader() {
        TestClient client = connectWithHeader(serve(), "?hello=1", "ann");
        client.send("{'type':'$hello','token':'bob'}");
        assertThat(client.nextJson().path("user").asText()).isEqualTo("bob");
    }

    @Test
    void tokensMayBeLargerThanMessages() {
        TestContainer.Started server = serve(VaultEndpoint.of(service).limits(limits -> limits.maxMessageBytes(1_024)));
        String token = "ann." + "x".repeat(12_000);
        TestClient client = hello(server, token);
        client.send("{'type':'$auth','token':'" + token + "'}");
        client.sendLast("{'type':'look','unknown':'" + "x".repeat(12_000) + "'}");
        expectClose(1009, client);
    }

    @Test
    void messagesForOtherRolesAreForbiddenBeforeTheyAreRead() {
        TestClient client = hello(serve(), "ann.guest");
        for (int i = 0; i < 30; i++) { // more than bad frames are allowed
            client.send("{'type':'open','code':7,'$id':" + i + "}");
            JsonNode error = client.expectError("forbidden");
            assertThat(error.path("$re").asInt()).isEqualTo(i);
            assertThat(error.path("message").asText()).isEqualTo("Your roles do not allow this message.");
        }
        client.send("{'type':'look'}").expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann.guest'}");
    }

    @Test
    void oneOfTheRolesSuffices() {
        TestClient client = hello(serve(), "ann.guest-owner");
        client.send("{'type':'open','code':'1','$id':1}").expect("{'type':'open.opened','by':'ann','$re':1}");
    }

    @Test
    void rolesOfMessagesAreLookedUpWithoutBeingDeclared() {
        TestClient client = connect(serve(), "");
        client.send("{'type':'open','code':'1','$id':1}").expectError("forbidden");
    }

    @Test
    void theClientIsAskedForANewTokenBeforeItsIdentityExpires() {
        TestClient client = hello(serve(), "ann.admin.100");
        wallMillis.addAndGet(45_000);
        client.expect("{'type':'$expiring','inMs':55000}");
        client.send("{'type':'$auth','token':'ann..200'}");
        assertThat(Await.next(service.calls)).isEqualTo("open ann");
        assertThat(Await.next(service.calls)).isEqualTo("reauthenticated ann ann..200");
        client.send("{'type':'look'}").expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann..200'}");
        client.send("{'type':'open','code':'1','$id':1}").expectError("forbidden");
        wallMillis.addAndGet(60_000); // past the first expiry
        client.send("{'type':'look'}").expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann..200'}");
        wallMillis.addAndGet(95_000);
        expectClose(4401, client);
    }

    @Test
    void messagesReadBeforeTheExpiryAreHandledAndNoneAfterIt() {
        TestClient client = hello(serve(), "ann..100");
        assertThat(Await.next(service.calls)).isEqualTo("open ann");
        service.points.drainPermits();
        client.send("{'type':'point','x':1}").send("{'type':'point','x':2}").send("{'type':'$ping'}");
        client.expect("{'type':'$pong'}"); // both were read
        wallMillis.addAndGet(100_000);
        client.send("{'type':'point','x':3}");
        service.points.release(1_000);
        expectClose(4401, client);
        assertThat(Await.next(service.calls)).isEqualTo("point 1");
        assertThat(Await.next(service.calls)).isEqualTo("point 2");
        assertThat(Await.next(service.calls)).isEqualTo("closed ann 4401");
    }

    @Test
    void aNewTokenThatWasReadInTimeCountsEvenIfItIsJudgedLater() {
        TestClient client = hello(serve(), "ann..100");
        service.points.drainPermits();
        client.send("{'type':'point','x':1}")
                .send("{'type':'$auth','token':'ann..900'}")
                .send("{'type':'$ping'}");
        client.expect("{'type':'$pong'}");
        wallMillis.addAndGet(200_000);
        client.send("{'type':'look'}");
        service.points.release(1_000);
        client.expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann..900'}");
    }

    @Test
    void aNewTokenCannotChangeTheUser() {
        TestContainer.Started server = serve();
        TestClient ann = hello(server, "ann");
        ann.send("{'type':'$auth','token':'bob','$id':9}");
        assertThat(ann.expectError("unauthenticated").path("$re").asInt()).isEqualTo(9);
        expectClose(4401, ann);
        TestClient nobody = connect(server, "");
        nobody.send("{'type':'$auth','token':'bob'}").expectError("unauthenticated");
        expectClose(4401, nobody);
    }

    @Test
    void aRefusedNewTokenCloses() {
        TestContainer.Started server = serve();
        TestClient invalid = hello(server, "ann");
        invalid.send("{'type':'$auth','token':'bad'}").expectError("unauthenticated");
        expectClose(4401, invalid);
        TestClient refused = hello(server, "ann");
        refused.send("{'type':'$auth','token':'ann.refused'}").expectError("forbidden");
        expectClose(4403, refused);
        TestClient withoutToken = hello(server, "ann");
        withoutToken.send("{'type':'$auth'}").expectError("invalid");
        withoutToken.send("{'type':'$auth','token':'broken'}").expectError("internal");
        expectClose(1011, withoutToken);
    }

    @Test
    void allConnectionsOfAUserCanBeClosed() {
        TestContainer.Started server = serve();
        TestClient one = hello(server, "ann");
        TestClient two = hello(server, "ann");
        TestClient bob = hello(server, "bob");
        CloseReason reason = new CloseReason(4401, "logged out");
        assertThat(emitter.user("ann").close(reason)).isEqualTo(Delivery.of(2, 2, 0));
        expectClose(4401, one);
        expectClose(4401, two);
        bob.send("{'type':'look'}").expect("{'type':'seen','user':'bob','isAdmin':false,'token':'bob'}");
        assertThat(emitter.user("nobody").close(reason)).isEqualTo(Delivery.NONE);
        assertThatThrownBy(() -> emitter.user("bob").close(new CloseReason(1006, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rolesAreThoseOfTheTokenEvenIfItIsJudgedAfterTheMessageWasRead() {
        TestContainer.Started server = serve();
        TestClient admin = connect(server, "?hello=1");
        admin.send("{'type':'$hello','token':'ann.admin.900.slow'}").send("{'type':'open','code':'1','$id':1}");
        ON_SLOW_TOKEN.release();
        assertThat(admin.nextJson().path("type").asText()).isEqualTo("$ready");
        admin.expect("{'type':'open.opened','by':'ann','$re':1}");
        admin.send("{'type':'$auth','token':'ann..900.slow'}").send("{'type':'open','code':'1','$id':2}");
        ON_SLOW_TOKEN.release();
        assertThat(admin.expectError("forbidden").path("$re").asInt()).isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsRefused() {
        TestContainer.Started server = serve();
        TestClient opening = connect(server, "?hello=1");
        opening.send("{'type':'$hello','token':'ann..-1'}").expectError("unauthenticated");
        expectClose(4401, opening);
        TestClient renewing = hello(server, "ann..100");
        wallMillis.addAndGet(50_000);
        renewing.expect("{'type':'$expiring','inMs':50000}");
        renewing.send("{'type':'$auth','token':'ann..50'}").expectError("unauthenticated");
        expectClose(4401, renewing);
    }

    @Test
    void tokensThatAreReadAfterTheExpiryDoNotProlongIt() {
        TestClient client = hello(serve(), "ann..100");
        client.send("{'type':'$auth','token':'ann..120.slow'}")
                .send("{'type':'$ping'}")
                .expect("{'type':'$pong'}");
        wallMillis.addAndGet(110_000);
        client.send("{'type':'$auth','token':'ann..900','$id':1}").expectError("unauthenticated");
        ON_SLOW_TOKEN.release();
        wallMillis.addAndGet(20_000);
        expectClose(4401, client);
    }

    @Test
    void anIdentityMayExpireAtTheEndOfTime() {
        TestContainer.Started server = serve();
        TestClient client = hello(server, "ann..9000000000000000");
        client.send("{'type':'look'}")
                .expect("{'type':'seen','user':'ann','isAdmin':false,'token':'ann..9000000000000000'}");
    }

    @Test
    void anExpiredConnectionWhoseHandlerIsBehindIsClosedAfterAWhile() {
        TestClient client = hello(serve(), "ann..100");
        assertThat(Await.next(service.calls)).isEqualTo("open ann");
        service.points.drainPermits();
        client.send("{'type':'point','x':1}").send("{'type':'$ping'}").expect("{'type':'$pong'}");
        wallMillis.addAndGet(100_000);
        Await.until(() -> {
            nanos.addAndGet(Await.TIMEOUT.toNanos() / 20);
            return emitter.connections().isEmpty();
        });
        service.points.release(1_000);
        expectClose(4401, client);
    }
}
