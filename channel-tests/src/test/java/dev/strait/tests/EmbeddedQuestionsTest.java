package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.backplane.LocalEngine;
import dev.strait.runtime.Answer;
import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.BackplaneView.State;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Backplane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions to all nodes, and what is done to connections of other nodes by their ids. */
class EmbeddedQuestionsTest {

    private final LocalEngine engine = LocalEngine.create();
    private final Backplane ofOne = engine.connect();
    private final Queue<BackplaneEvent> events = new ConcurrentLinkedQueue<>();
    private final Running one = Running.with(hub(ofOne, "web-1").listener(new ChannelListener() {
        @Override
        public void backplane(BackplaneEvent event) {
            events.add(event);
        }
    }));
    private final Running two = Running.with(hub(engine.connect(), "web-2"));

    private static ChannelHub.Builder hub(Backplane backplane, String name) {
        return TestContainer.hub()
                .limits(Running.generous().build())
                .backplane(backplane)
                .node(name);
    }

    /** Waits until the nodes know each other. */
    @BeforeEach
    void meet() {
        awaitComplete(() -> one.chat.everywhere().rooms(1));
        awaitComplete(() -> two.chat.everywhere().rooms(1));
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        engine.close();
    }

    private static void awaitComplete(Supplier<CompletionStage<Answer<List<Chat.Room>>>> question) {
        Await.until(() -> Await.result(question.get()).isComplete());
    }

    private static <T> T complete(CompletionStage<Answer<T>> question) {
        Answer<T> answer = Await.result(question);
        assertThat(answer.isComplete()).isTrue();
        return answer.value();
    }

    private static List<String> users(List<ConnectionInfo> connections) {
        return connections.stream().map(each -> each.user().orElseThrow()).toList();
    }

    @Test
    void questionsReachAllNodes() {
        one.joinChat("lobby", "ann");
        two.joinChat("lobby", "bob");
        two.joinChat("attic", "bob");
        ChatCluster everywhere = one.chat.everywhere();
        assertThat(complete(everywhere.size(new Chat.Room("lobby")))).isEqualTo(2);
        assertThat(users(complete(everywhere.members(new Chat.Room("lobby"), 10))))
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(complete(everywhere.members(new Chat.Room("lobby"), 1))).hasSize(1);
        assertThat(complete(everywhere.rooms(10)))
                .containsExactlyInAnyOrder(new Chat.Room("lobby"), new Chat.Room("attic"));
        List<ConnectionInfo> ofBob = complete(everywhere.user("bob", 10));
        assertThat(ofBob).hasSize(2);
        assertThat(complete(everywhere.user("eve", 10))).isEmpty();
        ConnectionInfo info = ofBob.get(0);
        assertThat(complete(everywhere.info(info.id()))).contains(info);
        assertThat(complete(two.chat.everywhere().info(info.id()))).contains(info);
        assertThat(complete(everywhere.info("unknown"))).isEqualTo(Optional.empty());
        assertThat(complete(everywhere.info("abcdefgh.0123456789abcdef"))).isEqualTo(Optional.empty());
    }

    @Test
    void whatFollowsAnAnswerMayWaitForAnother() {
        List<CompletableFuture<Boolean>> nested = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            nested.add(one.chat
                    .everywhere()
                    .rooms(1)
                    .thenApply(first ->
                            Await.result(one.chat.everywhere().rooms(1)).isComplete())
                    .toCompletableFuture());
        }
        nested.forEach(each -> assertThat(Await.result(each)).isTrue());
    }

    @Test
    void maximaAreChecked() {
        assertThatThrownBy(() -> one.chat.everywhere().rooms(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.chat.everywhere().user("ann", 10_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.chat.everywhere().size(new Chat.Room("x".repeat(1_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConnectionJoinsAndLeavesFromAnyNode() {
        TestClient ann = one.client("/ws/lobby?user=ann");
        Await.until(() -> !one.lobby.connections().isEmpty());
        String id = one.lobby.connections().get(0).id();
        LobbyCluster everywhere = two.lobby.everywhere();
        assertThat(complete(everywhere.join("blue", id))).isTrue();
        ann.expect("{'type':'$joined','room':'blue'}");
        assertThat(complete(everywhere.join("blue", id))).isFalse();
        assertThat(complete(everywhere.leave("blue", id))).isTrue();
        ann.expect("{'type':'$left','room':'blue'}");
        assertThat(complete(everywhere.leave("blue", id))).isFalse();
        assertThat(complete(everywhere.join("blue", "unknown"))).isFalse();
    }

    @Test
    void aConnectionIsClosedFromAnyNode() {
        TestClient ann = one.joinChat("lobby", "ann");
        String id = one.chat.connections().get(0).id();
        Delivery delivery = two.chat.connection(id).close(new CloseReason(4000, "enough"));
        assertThat(delivery).isEqualTo(Delivery.NONE);
        Await.result(delivery.elsewhere());
        assertThat(ann.closeCodeAndReason()).isEqualTo("4000 enough");
    }

    @Test
    void aNodeThatIsCutOffAnswersForItself() {
        one.joinChat("lobby", "ann");
        two.joinChat("lobby", "bob");
        engine.cut(ofOne);
        Await.until(() -> one.hub.backplane().state() == State.DISCONNECTED);
        assertThat(one.hub.backplane().isDegraded()).isTrue();
        Answer<Integer> alone = Await.result(one.chat.everywhere().size(new Chat.Room("lobby")));
        assertThat(alone.isComplete()).isFalse();
        assertThat(alone.value()).isEqualTo(1);
        Answer<Integer> other = Await.result(two.chat.everywhere().size(new Chat.Room("lobby")));
        assertThat(other.isComplete()).isFalse();
        assertThat(other.value()).isEqualTo(1);
        engine.restore(ofOne);
        awaitComplete(() -> one.chat.everywhere().rooms(1));
        assertThat(complete(one.chat.everywhere().size(new Chat.Room("lobby")))).isEqualTo(2);
        assertThat(events).anyMatch(BackplaneEvent.Disconnected.class::isInstance);
        assertThat(events.stream().filter(BackplaneEvent.Connected.class::isInstance))
                .hasSize(2);
    }

    @Test
    void aCloseThatCouldNotBeSentIsSentLaterToTheConnectionsOfThatTime() {
        TestClient before = two.joinChat("lobby", "ann");
        engine.cut(ofOne);
        Await.until(() -> one.hub.backplane().state() == State.DISCONNECTED);
        Delivery delivery = one.chat.user("ann").close(new CloseReason(4401, "signed out"));
        assertThat(delivery.elsewhere().toCompletableFuture()).isCompletedExceptionally();
        assertThat(events).contains(new BackplaneEvent.Lost(BackplaneEvent.Loss.UNREACHABLE, 1));
        TestClient after = two.joinChat("lobby", "ann");
        engine.restore(ofOne);
        assertThat(before.closeCodeAndReason()).isEqualTo("4401 signed out");
        two.chat.room("lobby").announcement("still here");
        after.expect("{'type':'notice','text':'still here'}");
    }

    @Test
    void nodesKnowEachOtherByName() {
        assertThat(events).noneMatch(BackplaneEvent.Lost.class::isInstance);
        BackplaneView view = one.hub.backplane();
        assertThat(view.state()).isEqualTo(State.CONNECTED);
        assertThat(view.isDegraded()).isFalse();
        assertThat(view.name()).isEqualTo("web-1");
        assertThat(view.peers()).extracting(BackplaneView.Peer::name).containsExactly("web-2");
        assertThat(view.topics()).isPositive();
        String id = view.peers().get(0).id();
        assertThat(events).contains(new BackplaneEvent.PeerFound(id, "web-2"));
        two.close();
        Await.until(() -> one.hub.backplane().peers().isEmpty());
        assertThat(events).contains(new BackplaneEvent.PeerGone(id, "web-2", true));
        assertThat(complete(one.chat.everywhere().rooms(1))).isEmpty();
    }

    @Test
    void aHubWithoutABackplaneAnswersAtOnce() {
        try (Running alone = Running.start()) {
            alone.joinChat("lobby", "ann");
            CompletionStage<Answer<Integer>> size = alone.chat.everywhere().size(new Chat.Room("lobby"));
            assertThat(size.toCompletableFuture()).isCompleted();
            assertThat(complete(size)).isEqualTo(1);
            assertThat(alone.hub.backplane().state()).isEqualTo(State.ALONE);
            assertThat(alone.hub.backplane().isDegraded()).isFalse();
        }
    }
}
