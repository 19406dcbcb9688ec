package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Handshake;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications and listeners may throw anything: errors, and checked exceptions, which Kotlin, Groovy and Lombok do not
 * declare. Connections and rooms keep working and still get their final calls.
 */
@Tag("container")
class AnyThrowableTest {

    private final List<TestClient> clients = new ArrayList<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    /** The methods that throw when called for "mallory", or without a user. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private Supplier<Throwable> thrown = () -> new IOException("not declared");
    private TestContainer.@Nullable Started server;

    @AfterEach
    void stop() {
        clients.forEach(TestClient::close);
        if (server != null) {
            server.close();
        }
    }

    private void start(ChannelHub hub) {
        server = TestContainer.startAny(hub);
    }

    private static ChannelHub.Builder hub() {
        return TestContainer.hub().limits(Running.generous().build());
    }

    private TestClient client(String path) {
        TestClient client = TestClient.connect(Objects.requireNonNull(server).uri(path));
        clients.add(client);
        return client;
    }

    private void recordCall(String method, String user) {
        calls.add(method + " " + user);
        if (failing.contains(method) && user.equals("mallory")) {
            throw AnyThrowableTest.<RuntimeException>sneakyThrow(thrown.get());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // hides a checked exception from javac
    private static <T extends Throwable> T sneakyThrow(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private final class FailingHandler implements TalkHandler<String> {

        @Override
        public String open(Handshake handshake) {
            String user = handshake.query("user").orElseThrow();
            recordCall("open", user);
            return user;
        }

        @Override
        public Optional<String> user(String state, Handshake handshake) {
            recordCall("user", state);
            return Optional.of(state);
        }

        @Override
        public void join(String room, TalkConnection<String> connection) {
            recordCall("join", connection.state());
        }

        @Override
        public void joined(String room, TalkConnection<String> connection) {
            recordCall("joined", connection.state());
        }

        @Override
        public void onSay(Talk.Say say, TalkConnection<String> from) {
            recordCall("message", from.state());
        }

        @Override
        public void onFence(Talk.Fence fence, TalkConnection<String> from) {
            from.reply().fenced(fence.number());
        }

        @Override
        public void onTrip(Talk.Trip trip, TalkConnection<String> from) {}

        @Override
        public void left(String room, TalkConnection<String> connection) {
            recordCall("left", connection.state());
        }

        @Override
        public void closed(TalkConnection<String> connection, CloseReason reason) {
            recordCall("closed", connection.state());
        }
    }

    private TestClient fence(TestClient client) {
        return client.send("{'type':'fence','number':1}").expect("{'type':'fenced','number':1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined", "message", "left", "closed"})
    void aConnectionKeepsWorkingAndGetsItsFinalCallsIfAHandlerThrows(String method) {
        for (Supplier<Throwable> throwable : List.<Supplier<Throwable>>of(
                () -> new IOException("not declared"), () -> new NoClassDefFoundError("an error"))) {
            thrown = throwable;
            calls.clear();
            failing.add(method);
            ChannelHub hub = hub().build();
            hub.add(TalkEndpoint.of(new FailingHandler()));
            start(hub);
            TestClient mallory = client("/ws/talk?room=a&user=mallory").expect("{'type':'$joined','room':'a'}");
            mallory.send("{'type':'say','content':'x','$id':1}");
            if (method.equals("message") || method.equals("joined")) {
                assertThat(mallory.nextJson().path("code").asText()).isEqualTo("internal");
            }
            fence(mallory);
            assertThat(TalkEmitter.of(hub).room("a").size()).isEqualTo(1);
            mallory.disconnect();
            Await.until(() -> calls.contains("left mallory") && calls.contains("closed mallory"));
            assertThat(TalkEmitter.of(hub).room("a").size()).isZero();
            assertThat(TalkEmitter.of(hub).connections()).isEmpty();
            stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "user"})
    void anExceptionInOpenIsReportedAndClosesTheConnection(String method) {
        failing.add(method);
        ChannelHub hub = hub().build();
        hub.add(TalkEndpoint.of(new FailingHandler()));
        start(hub);
        TestClient mallory = client("/ws/talk?room=a&user=mallory");
        assertThat(mallory.nextJson().path("code").asText()).isEqualTo("internal");
        assertThat(mallory.closeCode()).isEqualTo(1011);
        assertThat(TalkEmitter.of(hub).connections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"join"})
    void aConnectionDoesNotEnterTheRoomIfJoinThrows(String method) {
        failing.add(method);
        ChannelHub hub = hub().build();
        hub.add(TalkEndpoint.of(new FailingHandler()));
        start(hub);
        TestClient mallory = client("/ws/talk?user=mallory").send("{'type':'$join','room':'a','$id':1}");
        assertThat(mallory.nextJson().path("code").asText()).isEqualTo("internal");
        failing.clear();
        mallory.send("{'type':'$join','room':'a','$id':2}").expect("{'type':'$joined','$re':2,'room':'a'}");
    }

    private final class FailingRoom implements AdderRoom<String, int[]> {

        @Override
        public String open(Handshake handshake) {
            return handshake.query("user").orElseThrow();
        }

        @Override
        public int[] create(String room) {
            recordCall("create", room);
            return new int[1];
        }

        @Override
        public void join(int[] sum, AdderConnection<String> connection) {
            recordCall("join", connection.state());
        }

        @Override
        public void joined(int[] sum, AdderConnection<String> connection) {
            recordCall("joined", connection.state());
        }

        @Override
        public void onAdd(Adder.Add add, AdderConnection<String> from, int[] sum) {
            recordCall("message", from.state());
            sum[0] += add.number();
            from.reply().added(sum[0]);
        }

        @Override
        public void onWait(Adder.Wait wait, AdderConnection<String> from, int[] sum) {}

        @Override
        public Adder.Total.Sum onTotal(Adder.Total total, AdderConnection<String> from, int[] sum) {
            return new Adder.Total.Sum(sum[0], 1);
        }

        @Override
        public Duration tickEvery() {
            return Duration.ofMillis(5);
        }

        @Override
        public void tick(int[] sum, AdderRooms.Members<String> members, Duration elapsed) {
            recordCall("tick", "mallory");
        }

        @Override
        public void left(int[] sum, AdderConnection<String> connection) {
            recordCall("left", connection.state());
        }

        @Override
        public void emptied(String room, int[] sum) {
            recordCall("emptied", "mallory");
        }

        @Override
        public void closed(AdderConnection<String> connection, CloseReason reason) {
            recordCall("closed", connection.state());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "join", "joined", "message", "tick", "left", "emptied", "closed"})
    void aRoomThatThrowsKeepsWorkingForAllMembers(String method) {
        failing.add(method);
        ChannelHub hub = hub().build();
        hub.add(AdderEndpoint.of(new FailingRoom()));
        start(hub);
        TestClient ann = client("/ws/adder?room=a&user=ann").expect("{'type':'$joined','room':'a'}");
        TestClient mallory = client("/ws/adder?user=mallory");
        mallory.send("{'type':'$join','room':'mallory','$id':1}").nextJson(); // create may throw
        mallory.send("{'type':'$join','room':'a','$id':2}").nextJson();
        mallory.send("{'type':'add','number':0,'$room':'a'}").nextJson(); // an answer or an error
        ann.send("{'type':'add','number':2}");
        assertThat(ann.nextJson().path("type").asText()).isEqualTo("added");
        if (method.equals("tick")) {
            Await.until(() -> calls.stream().filter("tick mallory"::equals).count() > 2);
        }
        mallory.disconnect();
        Await.until(() -> calls.contains("closed mallory"));
        ann.disconnect();
        Await.until(() -> calls.contains("closed ann") && calls.contains("emptied mallory"));
        failing.clear();
        client("/ws/adder?room=a&user=bob")
                .expect("{'type':'$joined','room':'a'}")
                .send("{'type':'add','number':1}")
                .expect("{'type':'added','value':1}"); // the state is new
    }

    private final class FailingListener implements ChannelListener {

        private void fail(String event) {
            calls.add("event " + event);
            throw AnyThrowableTest.<RuntimeException>sneakyThrow(thrown.get());
        }

        @Override
        public void opened(ConnectionInfo connection) {
            fail("opened");
        }

        @Override
        public void closed(ConnectionInfo connection, CloseReason reason) {
            fail("closed");
        }

        @Override
        public void received(ConnectionInfo connection, String type) {
            fail("received");
        }

        @Override
        public void refused(ConnectionInfo connection, String code) {
            fail("refused");
        }

        @Override
        public void emitted(String channel, String type, Delivery delivery) {
            fail("emitted");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListenerThatThrowsHasNoOtherEffect(boolean isChecked) {
        thrown = () -> isChecked ? new IOException("not declared") : new NoClassDefFoundError("an error");
        ChannelHub hub = hub().listener(new FailingListener()).build();
        hub.add(TalkEndpoint.of(new FailingHandler()));
        start(hub);
        TestClient ann = client("/ws/talk?room=a&user=ann").expect("{'type':'$joined','room':'a'}");
        fence(ann);
        ann.send("no json");
        assertThat(ann.nextJson().path("type").asText()).isEqualTo("$error");
        assertThat(TalkEmitter.of(hub).room("a").fenced(7)).isEqualTo(Delivery.of(1, 1, 0));
        ann.expect("{'type':'fenced','number':7,'$room':'a'}").disconnect();
        Await.until(() -> calls.contains("closed ann") && calls.contains("event closed"));
        assertThat(TalkEmitter.of(hub).connections()).isEmpty();
        assertThat(calls).contains("event opened", "event received", "event refused", "event emitted", "left ann");
    }
}
