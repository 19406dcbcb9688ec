package dev.strait.runtime.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneEvent.Loss;
import dev.strait.runtime.BackplaneView.State;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.node.LogEntries;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.internal.work.WorkThreads;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.ThreadSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes notice each other, and that they do not, on a clock that the test moves. Everything runs on its thread. */
class ClusterTest {

    private static final String CHANNEL = "com.acme.Chat";

    private final HandTimer timer = new HandTimer();
    private final List<TestNode> nodes = new ArrayList<>();
    private Executor lane = Runnable::run;
    private long now = TimeUnit.DAYS.toNanos(1);

    /** A node with a link of its own to all others. */
    private final class TestNode implements Backplane, LocalNode, ChannelListener {

        final List<BackplaneEvent> events = new ArrayList<>();
        final List<String> reconnects = new ArrayList<>();
        final List<String> delivered = new ArrayList<>();
        final Set<Topic> topics = new HashSet<>();
        final Cluster cluster;
        boolean isUp = true;
        /** Whether what it publishes gets nowhere, although the engine accepts it. */
        boolean isDemoted;

        int size;

        /** Where its envelopes stay; null usually. */
        @Nullable
        List<Envelope> holding;

        @Nullable
        Arrivals arrivals;

        TestNode(String name, String... channels) {
            ForeignCode foreign = new ForeignCode(List.of(this), List.of(), Recorder.NONE);
            Threads threads = new Threads(
                    foreign,
                    HandlerThreads.of(Runnable::run),
                    NodeTimer.of(timer),
                    WorkThreads.of(work -> work == ThreadSource.Work.ARRIVALS ? lane : Runnable::run));
            Environment environment =
                    new Environment(Limits.defaults(), () -> now, Clock.systemUTC(), null, foreign, threads);
            cluster = new Cluster(NodeId.create(), name, new Engine(this), environment);
            nodes.add(this);
            cluster.start(this);
            for (String channel : channels) {
                cluster.serve(channel);
                CompletableFuture<Void> unused = cluster.holdUser(channel, "ann");
            }
            up();
        }

        void up() {
            isUp = true;
            Objects.requireNonNull(arrivals).up();
        }

        void down() {
            isUp = false;
            Objects.requireNonNull(arrivals).down(Optional.empty());
        }

        @Override
        public CompletionStage<Void> start(String nodeId, Arrivals takes) {
            arrivals = takes;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
            if (!isUp) {
                return CompletableFuture.failedStage(new Unavailable(false, new IllegalStateException("down")));
            }
            if (holding != null) {
                holding.add(envelope);
            } else if (!isDemoted) {
                distribute(topic, envelope);
            }
            return CompletableFuture.completedStage(null);
        }

        void distribute(Topic topic, Envelope envelope) {
            nodes.forEach(node -> node.offer(topic, envelope));
        }

        private void offer(Topic topic, Envelope envelope) {
            if (isUp && !isDemoted && topics.contains(topic)) {
                Objects.requireNonNull(arrivals).received(topic, envelope);
            }
        }

        @Override
        public CompletionStage<Void> subscribe(Topic topic) {
            topics.add(topic);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void unsubscribe(Topic topic) {
            topics.remove(topic);
        }

        @Override
        public void reconnect() {
            reconnects.add("reconnect");
        }

        @Override
        public void close() {
            nodes.remove(this);
        }

        @Override
        public void deliver(Emission emission) {
            delivered.add(emission.type());
        }

        @Override
        public void close(String channel, Selection to, CloseReason reason, long until) {
            delivered.add("close " + reason.code() + " " + TimeUnit.NANOSECONDS.toSeconds(now - until));
        }

        @Override
        public Findings answer(String channel, Inquiry inquiry) {
            return Findings.count(size);
        }

        @Override
        public void backplane(BackplaneEvent event) {
            events.add(event);
        }

        Outcome ask() {
            CompletableFuture<Outcome> asked = cluster.ask(CHANNEL, Inquiry.size("a"), Findings.count(size));
            timer.runAll(); // the timeout of the question
            return asked.join();
        }

        int peers() {
            return cluster.view().peers().size();
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Lets 5 s pass. */
    private void beat() {
        pass(5);
        timer.beat();
    }

    @Test
    void aNewNodeKnowsTheOthersAtOnce() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        assertThat(one.peers()).isEqualTo(1);
        assertThat(two.peers()).isEqualTo(1);
        assertThat(one.events)
                .contains(new BackplaneEvent.PeerFound(two.cluster.view().id(), "two"));
    }

    @Test
    void aNodeThatIsSilentFor15SecondsHasGone() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        two.isUp = false; // its process was killed
        for (int i = 0; i < 3; i++) {
            beat();
            assertThat(one.peers()).isEqualTo(1);
        }
        beat();
        assertThat(one.peers()).isZero();
        assertThat(one.events)
                .contains(new BackplaneEvent.PeerGone(two.cluster.view().id(), "two", false));
        assertThat(one.ask().isComplete()).isTrue();
    }

    @Test
    void aNodeThatStopsSaysGoodbye() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        two.cluster.close();
        assertThat(one.peers()).isZero();
        assertThat(one.events)
                .contains(new BackplaneEvent.PeerGone(two.cluster.view().id(), "two", true));
    }

    @Test
    void anAnswerIsCompleteWhenAllThatServeTheChannelHaveAnswered() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        new TestNode("other", "com.acme.Orders");
        pass(1);
        two.size = 3;
        assertThat(one.ask()).isEqualTo(new Outcome(List.of(Findings.count(0), Findings.count(3)), true));
        two.isUp = false; // it hangs
        assertThat(one.ask()).isEqualTo(new Outcome(List.of(Findings.count(0)), false));
    }

    @Test
    void aNodeThatHasJustConnectedDoesNotClaimToKnowAll() {
        TestNode one = new TestNode("one", CHANNEL);
        new TestNode("two", CHANNEL);
        assertThat(one.ask().isComplete()).isFalse();
        pass(1);
        assertThat(one.ask().isComplete()).isTrue();
        one.down();
        assertThat(one.ask().isComplete()).isFalse();
        one.up();
        assertThat(one.ask().isComplete()).isFalse();
        pass(1);
        assertThat(one.ask().isComplete()).isTrue();
    }

    @Test
    void aNodeThatGoesEndsTheQuestionsThatWaitForIt() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        pass(1);
        two.topics.clear(); // it receives nothing
        CompletableFuture<Outcome> asked = one.cluster.ask(CHANNEL, Inquiry.size("a"), Findings.count(1));
        assertThat(asked).isNotDone();
        two.cluster.close();
        assertThat(asked).isCompletedWithValue(new Outcome(List.of(Findings.count(1)), true));
    }

    @Test
    void aPauseOfTheProcessIsNotTheEndOfTheOthers() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        beat();
        pass(60);
        timer.beat();
        assertThat(one.peers()).isEqualTo(1);
        assertThat(two.peers()).isEqualTo(1);
        assertThat(one.reconnects).isEmpty();
    }

    @Test
    void aNodeWhoseMessagesDoNotComeBackConnectsAnew() {
        TestNode one = new TestNode("one", CHANNEL);
        beat();
        one.isDemoted = true;
        for (int i = 0; i < 3; i++) {
            beat();
            assertThat(one.reconnects).isEmpty();
        }
        beat();
        assertThat(one.reconnects).hasSize(1);
        assertThat(one.events).contains(new BackplaneEvent.Unheard(Duration.ofSeconds(20)));
        assertThat(one.cluster.view().state()).isEqualTo(State.UNHEARD);
        assertThat(one.ask().isComplete()).isFalse();
        one.isDemoted = false;
        beat();
        assertThat(one.cluster.view().state()).isEqualTo(State.CONNECTED);
        assertThat(one.reconnects).hasSize(1);
    }

    @Test
    void theWrittenVersionIsOneThatAllNodesRead() {
        Peers peers = new Peers();
        assertThat(peers.version()).isEqualTo(ParcelFormat.NEWEST);
        peers.put(new Parcel.Alive("12345678", 1, "old", 0, 0, Set.of(CHANNEL), false), now);
        assertThat(peers.version()).isEqualTo(ParcelFormat.OLDEST);
        peers.put(new Parcel.Alive("12345678", 2, "new", 1, 9, Set.of(CHANNEL), false), now);
        assertThat(peers.version()).isEqualTo(ParcelFormat.NEWEST);
    }

    @Test
    void envelopesOfANewerVersionAreCountedAsLost() {
        TestNode one = new TestNode("one", CHANNEL);
        byte[] newer = ParcelFormat.write(
                new Parcel.Question("12345678", 1, CHANNEL, Inquiry.size("a")), ParcelFormat.NEWEST + 1, 0);
        Objects.requireNonNull(one.arrivals).received(Topics.ofChannel(CHANNEL), new Backplane.Envelope(newer));
        assertThat(one.events).contains(new BackplaneEvent.Lost(Loss.UNREADABLE, 1));
    }

    @Test
    void closesReachNodesThatWereCutOff() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        two.down();
        CompletionStage<Void> accepted = close(one);
        assertThat(accepted.toCompletableFuture()).isCompleted();
        pass(30);
        two.up();
        assertThat(two.delivered).containsExactly("close 4401 30");
    }

    @Test
    void closesOfANodeThatWasCutOffReachNodesThatComeBackLater() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        TestNode three = new TestNode("three", CHANNEL);
        one.down();
        two.down();
        assertThat(close(one).toCompletableFuture()).isCompletedExceptionally();
        pass(1);
        one.up();
        assertThat(three.delivered).containsExactly("close 4401 1");
        pass(1);
        two.up();
        assertThat(two.delivered).containsExactly("close 4401 2");
    }

    @Test
    void aNodeThatComesBackAgainAndAgainGetsEachCloseOnce() {
        Closes closes = new Closes();
        closes.add(new Closes.Decided(CHANNEL, Selection.ofUsers(Set.of("ann")), new CloseReason(4401, ""), now));
        for (int i = 0; i < 100; i++) {
            closes.sendTo("12345678", now);
        }
        assertThat(closes.take(1_000)).hasSize(1);
    }

    private static CompletionStage<Void> close(TestNode node) {
        return node.cluster.close(CHANNEL, Selection.ofUsers(Set.of("ann")), new CloseReason(4401, "signed out"));
    }

    @Test
    void whatArrivesAfterTheNextConnectionOfItsNodeIsTooLate() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        two.cluster.publish(message("before"));
        assertThat(one.delivered).containsExactly("before");
        List<Backplane.Envelope> held = new ArrayList<>();
        two.holding = held; // a broker that has frozen
        two.cluster.publish(message("late"));
        two.holding = null;
        two.down();
        two.up();
        two.cluster.publish(message("after"));
        held.forEach(envelope -> two.distribute(Topics.ofChannel(CHANNEL), envelope));
        assertThat(one.delivered).containsExactly("before", "after");
        assertThat(one.events).contains(new BackplaneEvent.Lost(Loss.LATE, 1));
    }

    @Test
    void theCopiesOfAUnionCountOnceHoweverLateTheyArrive() {
        TestNode one = new TestNode("one", CHANNEL);
        TestNode two = new TestNode("two", CHANNEL);
        CompletableFuture<Void> first = one.cluster.holdRoom(CHANNEL, "a");
        CompletableFuture<Void> second = one.cluster.holdRoom(CHANNEL, "b");
        assertThat(CompletableFuture.allOf(first, second)).isCompleted();
        List<Backplane.Envelope> held = new ArrayList<>();
        two.holding = held;
        two.cluster.publish(new Emission(
                CHANNEL, Selection.ofRooms(Set.of("a", "b")), "said", new Emission.Encoded(new byte[] {1})));
        assertThat(held).hasSize(2);
        two.distribute(Topics.ofRoom(CHANNEL, "a"), held.get(0));
        pass(60); // the process was frozen between the two
        two.distribute(Topics.ofRoom(CHANNEL, "b"), held.get(1));
        assertThat(one.delivered).containsExactly("said");
    }

    @Test
    void aNodeThatIsTooSlowForTheOthersDropsWhatItCannotKeep() {
        List<Runnable> waiting = new ArrayList<>();
        lane = waiting::add;
        TestNode slow = new TestNode("slow", CHANNEL);
        TestNode fast = new TestNode("fast", CHANNEL);
        Emission large =
                new Emission(CHANNEL, Selection.ofEveryone(), "said", new Emission.Encoded(new byte[1024 * 1024]));
        for (int i = 0; i < 100; i++) {
            fast.cluster.publish(large);
        }
        assertThat(slow.events).contains(new BackplaneEvent.Lost(Loss.OVERFLOW, 1));
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).run();
        }
        assertThat(slow.delivered).hasSizeBetween(60, 64);
        fast.cluster.publish(large);
        waiting.get(waiting.size() - 1).run();
        assertThat(slow.delivered).hasSizeBetween(61, 65);
    }

    private static Emission message(String type) {
        return new Emission(CHANNEL, Selection.ofEveryone(), type, new Emission.Encoded(new byte[] {1}));
    }

    @Test
    void anApplicationThatSharesTheEngineByMistakeIsLoggedOnce() {
        try (LogEntries log = new LogEntries(Liveness.class)) {
            new TestNode("chat", CHANNEL);
            new TestNode("orders", "com.acme.Orders");
            for (int i = 0; i < 5; i++) {
                beat();
            }
            assertThat(log.texts.stream().filter(text -> text.contains("serves none of the channels")))
                    .hasSize(2); // each names the other
        }
    }
}
