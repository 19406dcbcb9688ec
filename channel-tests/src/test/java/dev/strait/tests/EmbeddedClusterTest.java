package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.backplane.LocalEngine;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.Backplane;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers of one application, with an engine between them. */
class EmbeddedClusterTest {

    private final LocalEngine engine = LocalEngine.create();
    private final Backplane ofOne = engine.connect();
    private final Running one = Running.with(hub(ofOne));
    private final Running two = Running.with(hub(engine.connect()));

    private static ChannelHub.Builder hub(Backplane backplane) {
        return TestContainer.hub().limits(Running.generous().build()).backplane(backplane);
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        engine.close();
    }

    private static void join(TestClient client, String room) {
        client.send("{'type':'$join','room':'" + room + "'}").expect("{'type':'$joined','room':'" + room + "'}");
    }

    @Test
    void nothingIsMissedOnceARoomIsJoined() {
        TestClient ann = one.client("/ws/lobby?user=ann");
        for (int i = 0; i < 200; i++) {
            String room = "r" + i;
            join(ann, room);
            two.lobby.room(room).posted("hi");
            ann.expect("{'type':'posted','content':'hi','$room':'" + room + "'}");
            ann.send("{'type':'$leave','room':'" + room + "'}").expect("{'type':'$left','room':'" + room + "'}");
        }
    }

    @Test
    void aClientHearsTheMembersOnAllNodes() {
        TestClient ann = one.client("/ws/lobby?user=ann");
        TestClient bob = two.client("/ws/lobby?user=bob");
        join(ann, "blue");
        join(bob, "blue");
        ann.send("{'type':'post','content':'hi'}").expect("{'type':'posted','content':'hi','$room':'blue'}");
        bob.expect("{'type':'posted','content':'hi','$room':'blue'}");
        bob.send("{'type':'nudge'}");
        ann.expect("{'type':'nudged','$room':'blue'}");
        ann.send("{'type':'post','content':'bye'}");
        bob.expect("{'type':'posted','content':'bye','$room':'blue'}");
    }

    @Test
    void aNodeThatIsCutOffGoesOnAloneAndHeals() {
        TestClient ann = one.joinChat("lobby", "ann");
        TestClient bob = two.joinChat("lobby", "bob");
        engine.cut(ofOne);
        Delivery delivery = one.chat.room("lobby").announcement("alone");
        assertThat(delivery).isEqualTo(Delivery.of(1, 1, 0));
        assertThat(delivery.elsewhere().toCompletableFuture()).isCompletedExceptionally();
        ann.expect("{'type':'notice','text':'alone'}");
        TestClient eve = one.joinChat("lobby", "eve"); // does not wait for the engine
        engine.restore(ofOne);
        Await.until(() -> !one.chat
                .room("nobody")
                .announcement("x")
                .elsewhere()
                .toCompletableFuture()
                .isCompletedExceptionally());
        Await.result(two.chat.room("lobby").announcement("together").elsewhere());
        ann.expect("{'type':'notice','text':'together'}");
        bob.expect("{'type':'notice','text':'together'}");
        eve.expect("{'type':'notice','text':'together'}");
    }

    @Test
    void aUserIsSignedOutOnAllNodes() {
        TestClient ann = one.joinChat("lobby", "ann");
        TestClient elsewhere = two.joinChat("lobby", "ann");
        Delivery delivery = one.chat.user("ann").close(new CloseReason(4401, "signed out"));
        Await.result(delivery.elsewhere());
        assertThat(ann.closeCode()).isEqualTo(4401);
        assertThat(elsewhere.closeCode()).isEqualTo(4401);
    }

    @Test
    void aConnectionIsReachedByItsIdOnAnyNode() {
        TestClient ann = one.joinChat("lobby", "ann");
        String id = one.chat.room("lobby").members().get(0).id();
        Await.result(two.chat.connection(id).announcement("you").elsewhere());
        ann.expect("{'type':'notice','text':'you'}");
    }

    @Test
    void relaysReachTheClientsOfOtherNodes() {
        Map<String, WireProtocol> protocols = Map.of(
                "/native", Protocols.strait(), "/lucent", Protocols.lucent().relaying(), "/alepha", Protocols.alepha());
        try (Talking here = Talking.with(protocols, hub(engine.connect()));
                Talking there = Talking.with(protocols, hub(engine.connect()))) {
            TestClient lucent = here.client("/lucent?user=lu").send("{'type':'join','room':'lobby'}");
            here.fence(lucent);
            TestClient strait = there.client("/native?room=lobby&user=nat").expect("{'type':'$joined','room':'lobby'}");
            TestClient second = there.client("/lucent?user=lu2").send("{'type':'join','room':'lobby'}");
            there.fence(second);
            lucent.send("{'type':'broadcast','room':'lobby','payload':{'free':[1,2]}}");
            assertThat(second.next()).contains("\"payload\":{\"free\":[1,2]}");
            lucent.send(
                    "{'type':'broadcast','room':'lobby','payload':{'type':'append','content':'hi','username':'lu'}}");
            assertThat(strait.next()).contains("\"content\":\"hi\"");
            assertThat(second.next()).contains("\"content\":\"hi\"");
        }
    }

    /** Accepts everything, and confirms no subscription. */
    private static final class Unconfirming implements Backplane {

        @Override
        public CompletionStage<Void> start(String nodeId, Arrivals arrivals) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> subscribe(Topic topic) {
            return new CompletableFuture<>();
        }

        @Override
        public void unsubscribe(Topic topic) {}

        @Override
        public void close() {}
    }

    @Test
    void aJoinDoesNotWaitForEverForABackplaneThatConfirmsNothing() {
        try (Running alone = Running.with(hub(new Unconfirming()))) {
            TestClient ann = alone.client("/ws/lobby?user=ann");
            join(ann, "blue");
            ann.send("{'type':'post','content':'hi'}").expect("{'type':'posted','content':'hi','$room':'blue'}");
        }
    }

    @Test
    void limitsThatWouldCountForEachNodeAreRefused() {
        try (ChannelHub hub = hub(engine.connect()).build()) {
            assertThatThrownBy(() -> hub.add(ChatEndpoint.of(new ChatService()).maxConnectionsPerUser(3)))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("maxConnectionsPerUser(3) counts the connections of one node");
        }
    }

    @Test
    void roomsWithStateAreRefused() {
        try (ChannelHub hub = hub(engine.connect()).build()) {
            assertThatThrownBy(() -> hub.add(AdderEndpoint.of(new AdderService(Duration.ZERO))))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("Rooms with state live on one node");
        }
    }
}
