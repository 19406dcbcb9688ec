package dev.strait.backplane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Backplane.Topic.Kind;
import dev.strait.runtime.spi.Backplane.Unavailable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the runtime expects of each {@link Backplane}. An adapter's tests extend it, with the engine that the adapter is for.
 *
 * <pre>{@code
 * class LocalBackplaneTest extends BackplaneContract {
 *     @Override
 *     protected Engine start() {
 *         return LocalEngine.create();
 *     }
 * }
 * }</pre>
 */
public abstract class BackplaneContract {

    private static final Topic ROOM = new Topic(Kind.ROOM, "com.acme.Chat", "lobby");
    private static final Topic OTHER = new Topic(Kind.ROOM, "com.acme.Chat", "attic");
    /** Adapters may refuse what is published while more wait to be accepted. */
    private static final int MAX_IN_FLIGHT = 1_000;

    private static final String ALLOWED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-/%";

    private final List<NodeLink> nodes = new ArrayList<>();
    private Engine engine;

    /** For adapters. */
    protected BackplaneContract() {}

    /** Starts an engine without nodes. Called before each test. */
    protected abstract Engine start() throws Exception;

    @BeforeEach
    final void startEngine() throws Exception {
        engine = start();
    }

    @AfterEach
    final void stopEngine() {
        nodes.forEach(node -> node.backplane.close());
        if (engine != null) { // null if it did not start, because it is not installed
            engine.close();
        }
    }

    private NodeLink node(String application) {
        NodeLink node = new NodeLink(engine.connect(application), String.format("node%04d", nodes.size()));
        nodes.add(node);
        return node;
    }

    private NodeLink node() {
        return node("contract");
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static List<Integer> numbers(List<NodeLink.Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> ByteBuffer.wrap(arrival.bytes()).getInt())
                .toList();
    }

    private static Unavailable failure(CompletionStage<Void> stage) {
        CompletionException thrown = assertThrows(CompletionException.class, () -> NodeLink.result(stage));
        assertTrue(thrown.getCause() instanceof Unavailable, () -> "Unavailable is expected: " + thrown.getCause());
        return (Unavailable) thrown.getCause();
    }

    @Test
    final void subscribersReceiveAndOthersDoNot() {
        NodeLink one = node();
        NodeLink two = node();
        NodeLink three = node();
        one.subscribe(ROOM);
        two.subscribe(ROOM);
        three.subscribe(OTHER);
        one.publish(ROOM, (byte) 1);
        one.publish(OTHER, (byte) 2);
        assertArrayEquals(new byte[] {1}, one.awaitArrivals(1).get(0).bytes());
        assertEquals(ROOM, two.awaitArrivals(1).get(0).topic());
        assertArrayEquals(new byte[] {2}, three.awaitArrivals(1).get(0).bytes());
        assertEquals(1, one.arrivals().size());
        assertEquals(1, two.arrivals().size());
    }

    @Test
    final void whatOneNodePublishesKeepsItsOrder() throws InterruptedException {
        NodeLink from = node();
        NodeLink to = node();
        to.subscribe(ROOM);
        int each = 500;
        List<Thread> writers = new ArrayList<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            int writer = i;
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    CompletionStage<Void> unused =
                            from.backplane.publish(ROOM, new Envelope(number(writer * each + n)));
                }
            });
            writers.add(thread);
            thread.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        for (int number : numbers(to.awaitArrivals(8 * each))) {
            int before = last.getOrDefault(number / each, -1);
            assertTrue(number % each > before, "an envelope has overtaken another one of the same thread");
            last.put(number / each, number % each);
        }
    }

    @Test
    final void nothingIsMissedAfterAConfirmedSubscription() {
        NodeLink from = node();
        NodeLink to = node();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Topic topic = new Topic(Kind.USER, "com.acme.Chat", "user" + i);
            byte[] bytes = number(i);
            all.add(to.backplane
                    .subscribe(topic)
                    .thenCompose(confirmed -> from.backplane.publish(topic, new Envelope(bytes)))
                    .toCompletableFuture());
        }
        all.forEach(NodeLink::result);
        assertEquals(1_000, Set.copyOf(numbers(to.awaitArrivals(1_000))).size());
    }

    @Test
    final void aSubscriptionThatIsEndedAndRenewedStays() {
        NodeLink node = node();
        node.subscribe(ROOM);
        node.backplane.unsubscribe(ROOM);
        node.subscribe(ROOM);
        node.publish(ROOM, (byte) 1);
        node.awaitArrivals(1);
    }

    @Test
    final void aSubscriptionThatIsEndedReceivesNothing() {
        NodeLink node = node();
        node.subscribe(ROOM);
        node.backplane.unsubscribe(ROOM);
        node.subscribe(OTHER);
        node.publish(ROOM, (byte) 1);
        node.publish(OTHER, (byte) 2);
        assertEquals(OTHER, node.awaitArrivals(1).get(0).topic());
    }

    @Test
    final void topicsDifferInEachPart() {
        NodeLink node = node();
        Set<Topic> topics = new LinkedHashSet<>();
        for (String name : List.of("", ALLOWED, "%F0%9F%98%80".repeat(128), "a", "A", "a:b", "a/b", "a.b", "a%2A")) {
            topics.add(new Topic(Kind.ROOM, "com.acme.Chat", name));
            topics.add(new Topic(Kind.USER, "com.acme.Chat", name));
            topics.add(new Topic(Kind.ROOM, "com.acme.Chat.Inner", name));
        }
        topics.add(new Topic(Kind.CHANNEL, "com.acme.Chat", ""));
        topics.add(new Topic(Kind.NODE, "", "node0000"));
        topics.forEach(node::subscribe);
        List<Topic> sent = List.copyOf(topics);
        for (int i = 0; i < sent.size(); i++) {
            node.publish(sent.get(i), number(i));
        }
        List<NodeLink.Arrival> arrivals = node.awaitArrivals(sent.size());
        assertEquals(sent.size(), arrivals.size());
        arrivals.forEach(arrival ->
                assertEquals(sent.get(ByteBuffer.wrap(arrival.bytes()).getInt()), arrival.topic()));
    }

    @Test
    final void envelopesArriveAsTheyWere() {
        NodeLink node = node();
        node.subscribe(ROOM);
        List<byte[]> sent = new ArrayList<>();
        for (int size : new int[] {0, 1, 256, 65_536, 1_048_576}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            for (int i = 0; i < Math.min(size, 256); i++) {
                bytes[i] = (byte) i;
            }
            sent.add(bytes);
            node.publish(ROOM, bytes);
        }
        List<NodeLink.Arrival> arrivals = node.awaitArrivals(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            assertArrayEquals(sent.get(i), arrivals.get(i).bytes());
        }
    }

    @Test
    final void applicationsDoNotReachEachOther() {
        NodeLink shop = node("shop");
        NodeLink desk = node("desk");
        shop.subscribe(ROOM);
        desk.subscribe(ROOM);
        shop.publish(ROOM, (byte) 1);
        desk.publish(ROOM, (byte) 2);
        assertArrayEquals(new byte[] {1}, shop.awaitArrivals(1).get(0).bytes());
        assertArrayEquals(new byte[] {2}, desk.awaitArrivals(1).get(0).bytes());
        assertEquals(1, shop.arrivals().size());
        assertEquals(1, desk.arrivals().size());
    }

    @Test
    final void aNodeThatIsCutOffRefusesAtOnceAndHealsByItself() {
        NodeLink from = node();
        NodeLink to = node();
        to.subscribe(ROOM);
        from.publish(ROOM, number(1));
        to.awaitArrivals(1);
        engine.cut(to.backplane);
        to.await(() -> to.downs() == 1);
        assertFalse(failure(to.backplane.publish(ROOM, new Envelope(number(2)))).mayHaveHappened());
        CompletionStage<Void> subscribed = to.backplane.subscribe(OTHER);
        assertFalse(failure(subscribed).mayHaveHappened());
        from.publish(ROOM, number(3)); // lost: a bus keeps nothing
        engine.restore(to.backplane);
        to.await(() -> to.ups() == 2);
        from.publish(ROOM, number(4));
        from.publish(OTHER, number(5));
        assertEquals(List.of(1, 4, 5), numbers(to.awaitArrivals(3)));
    }

    @Test
    final void whatWasRefusedNeverArrives() {
        NodeLink node = node();
        node.subscribe(ROOM);
        engine.kill();
        node.await(() -> node.downs() == 1);
        for (int i = 0; i < 100; i++) {
            assertFalse(failure(node.backplane.publish(ROOM, new Envelope(number(i))))
                    .mayHaveHappened());
        }
        engine.restart();
        node.await(() -> node.ups() == 2);
        node.publish(ROOM, number(1_000));
        assertEquals(List.of(1_000), numbers(node.awaitArrivals(1)));
    }

    @Test
    final void afterARestartAllSubscriptionsAreThereBeforeTheNodeIsUp() {
        NodeLink from = node();
        NodeLink to = node();
        List<Topic> topics = new ArrayList<>();
        List<CompletionStage<Void>> subscribed = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            topics.add(new Topic(Kind.ROOM, "com.acme.Chat", "room" + i));
            subscribed.add(to.backplane.subscribe(topics.get(i)));
        }
        subscribed.forEach(NodeLink::result);
        engine.kill();
        to.await(() -> to.downs() == 1);
        from.await(() -> from.downs() == 1);
        engine.restart();
        from.await(() -> from.ups() == 2);
        to.await(() -> to.ups() == 2);
        List<CompletionStage<Void>> published = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            published.add(from.backplane.publish(topics.get(i), new Envelope(number(i))));
            if (published.size() == MAX_IN_FLIGHT) {
                published.forEach(NodeLink::result);
                published.clear();
            }
        }
        assertEquals(10_000, Set.copyOf(numbers(to.awaitArrivals(10_000))).size());
    }

    @Test
    final void aFrozenEngineEndsTheConnectionAndNothingArrivesTwice() {
        NodeLink node = node();
        node.subscribe(ROOM);
        engine.freeze();
        CompletionStage<Void> sent = node.backplane.publish(ROOM, new Envelope(number(1)));
        assertTrue(failure(sent).mayHaveHappened());
        node.await(() -> node.downs() == 1);
        assertFalse(
                failure(node.backplane.publish(ROOM, new Envelope(number(2)))).mayHaveHappened());
        engine.thaw();
        node.await(() -> node.ups() == 2);
        node.publish(ROOM, number(3));
        node.await(() -> numbers(node.arrivals()).contains(3));
        List<Integer> arrived = numbers(node.arrivals());
        assertFalse(arrived.contains(2));
        assertEquals(arrived.size(), Set.copyOf(arrived).size());
    }

    @Test
    final void aConnectionWithoutAnswersIsGivenUp() {
        NodeLink node = node();
        node.subscribe(ROOM);
        engine.hang(node.backplane);
        assertTrue(
                failure(node.backplane.publish(ROOM, new Envelope(number(1)))).mayHaveHappened());
        node.await(() -> node.downs() == 1);
        engine.restore(node.backplane);
        node.await(() -> node.ups() == 2);
        node.publish(ROOM, number(2));
        node.await(() -> numbers(node.arrivals()).contains(2));
    }

    @Test
    final void aSubscriberThatTheEngineDropsLearnsOfItAndReceivesAgain() {
        NodeLink from = node();
        NodeLink slow = node();
        slow.subscribe(ROOM);
        engine.drop(slow.backplane);
        slow.await(() -> slow.losses() > 0 || (slow.downs() == 1 && slow.ups() == 2));
        for (int i = 0; i < 100; i++) {
            from.publish(ROOM, number(i));
        }
        assertEquals(100, slow.awaitArrivals(100).size());
    }

    @Test
    final void aNodeConnectsAnewOnDemand() {
        NodeLink from = node();
        NodeLink node = node();
        node.subscribe(ROOM);
        node.backplane.reconnect();
        node.await(() -> node.downs() == 1 && node.ups() == 2);
        from.publish(ROOM, number(1));
        assertEquals(List.of(1), numbers(node.awaitArrivals(1)));
    }

    @Test
    final void aClosedNodeReceivesNothingAndFailsWhatItIsAsked() {
        NodeLink from = node();
        NodeLink closed = node();
        closed.subscribe(ROOM);
        from.subscribe(ROOM);
        closed.backplane.close();
        from.publish(ROOM, number(1));
        from.awaitArrivals(1);
        assertTrue(closed.arrivals().isEmpty());
        failure(closed.backplane.publish(ROOM, new Envelope(number(2))));
    }
}
