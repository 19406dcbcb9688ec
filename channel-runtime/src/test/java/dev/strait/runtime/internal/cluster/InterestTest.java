package dev.strait.runtime.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.internal.work.WorkThreads;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics stay subscribed while something holds them, and a while longer. */
class InterestTest {

    private static final Topic ROOM = Topics.ofRoom("Chat", "a");

    /** Records the calls; the test confirms subscriptions. */
    private static final class RecordingBackplane implements Backplane {

        final List<String> calls = new ArrayList<>();
        final CompletableFuture<Void> confirmation = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> start(String nodeId, Arrivals arrivals) {
            return confirmation;
        }

        @Override
        public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
            return confirmation;
        }

        @Override
        public CompletionStage<Void> subscribe(Topic topic) {
            calls.add("subscribe " + topic.name());
            return confirmation;
        }

        @Override
        public void unsubscribe(Topic topic) {
            calls.add("unsubscribe " + topic.name());
        }

        @Override
        public void close() {}
    }

    private final HandTimer timer = new HandTimer();
    private final RecordingBackplane backplane = new RecordingBackplane();
    private final ForeignCode foreign = new ForeignCode(List.of(), List.of(), Recorder.NONE);
    private final Interest interest = new Interest(
            new Engine(backplane),
            new Threads(foreign, HandlerThreads.of(Runnable::run), NodeTimer.of(timer), WorkThreads.own()));

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aTopicIsSubscribedOnce() {
        CompletionStage<Void> first = interest.hold(ROOM);
        CompletionStage<Void> second = interest.hold(ROOM);
        assertThat(backplane.calls).containsExactly("subscribe a");
        assertThat(second.toCompletableFuture()).isNotDone();
        backplane.confirmation.complete(null);
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(second.toCompletableFuture()).isCompleted();
    }

    @Test
    void aTopicThatNothingHoldsEndsAfterAWhile() {
        hold();
        hold();
        interest.release(ROOM);
        timer.runAll();
        interest.release(ROOM);
        assertThat(backplane.calls).containsExactly("subscribe a");
        timer.runAll();
        assertThat(backplane.calls).containsExactly("subscribe a", "unsubscribe a");
        hold();
        assertThat(backplane.calls).endsWith("subscribe a");
    }

    @Test
    void aTopicThatIsHeldAgainInTimeStays() {
        hold();
        interest.release(ROOM);
        hold();
        timer.runAll();
        assertThat(backplane.calls).containsExactly("subscribe a");
    }

    @Test
    void whatFailedIsConfirmedWhenTheEngineIsBack() {
        backplane.confirmation.completeExceptionally(new Backplane.Unavailable(false, new RuntimeException("down")));
        assertThat(interest.hold(ROOM).toCompletableFuture()).isCompletedExceptionally();
        interest.confirmed();
        assertThat(interest.hold(ROOM).toCompletableFuture()).isCompleted();
    }

    @Test
    void connectionsThatEndAfterTheNodeNeedNoTimer() {
        hold();
        interest.close();
        timer.shutdownNow();
        interest.release(ROOM);
        assertThat(backplane.calls).containsExactly("subscribe a");
    }

    @Test
    void aTopicThatIsNotHeldCannotBeReleased() {
        assertThatThrownBy(() -> interest.release(ROOM)).isInstanceOf(IllegalStateException.class);
    }

    private void hold() {
        CompletionStage<Void> unused = interest.hold(ROOM);
    }
}
