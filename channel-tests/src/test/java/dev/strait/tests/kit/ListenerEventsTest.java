package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.ChannelView;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What listeners and views show of a hub. */
class ListenerEventsTest {

    private final List<String> events = new ArrayList<>();

    private final ChannelListener listener = new ChannelListener() {
        @Override
        public void handled(ConnectionInfo connection, String type, Duration time, Optional<String> error) {
            events.add("handled " + type + " in " + time.toSeconds() + " s"
                    + error.map(code -> ", " + code).orElse(""));
        }

        @Override
        public void joined(ConnectionInfo connection, String room) {
            events.add("joined " + room + ", in " + connection.rooms());
        }

        @Override
        public void left(ConnectionInfo connection, String room) {
            events.add("left " + room);
        }

        @Override
        public void asked(ConnectionInfo connection, String type) {
            events.add("asked " + type);
        }

        @Override
        public void answered(ConnectionInfo connection, String type, Duration time, String outcome) {
            events.add("answered " + type + " in " + time.toSeconds() + " s, " + outcome);
        }

        @Override
        public void handlerStalled(String channel, String method, Duration time) {
            events.add("stalled in " + method + " for " + time.toSeconds() + " s");
        }

        @Override
        public void backlog(ConnectionInfo connection, int messages, long bytes) {
            events.add("backlog of " + messages + (bytes == 0 ? "" : " messages with bytes"));
        }

        @Override
        public void draining(int connections) {
            events.add("draining " + connections);
        }

        @Override
        public void drained(int forced) {
            events.add("drained, forced " + forced);
        }
    };

    private AuctionsTestKit kit(AuctionsService service) {
        return AuctionsTestKit.of(
                service, settings -> settings.listener(listener).limits(limits -> limits.maxQueuedMessages(10)));
    }

    @Test
    void messagesAreTimedAndHaveTheirError() {
        try (AuctionsTestKit kit = kit(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.join("b");
            ann.in("a").say("hi");
            ann.in("a").sendBreak();
            ann.leave("b");
            ann.leave();
            assertThat(events)
                    .containsExactly(
                            "joined a, in [a]",
                            "joined b, in [a, b]",
                            "handled say in 0 s",
                            "handled break in 0 s, internal",
                            "left b",
                            "left a");
            assertThat(kit.failures()).hasSize(1);
        }
        assertThat(events).endsWith("draining 0", "drained, forced 0");
    }

    @Test
    void eachAskHasOneOutcome() {
        try (AuctionsTestKit kit = kit(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.answering(Auctions.ConfirmAge.class, ask -> new Auctions.Age(true));
            ann.enter();
            ann.answering(Auctions.ConfirmAge.class, ask -> {
                throw Refusal.forbidden("None of your business.");
            });
            ann.enter();
            ann.ignoring(Auctions.ConfirmAge.class);
            ann.enter();
            ann.raw("{\"type\":\"confirm-age.answer\",\"isAdult\":7,\"$re\":\"s3\"}");
            ann.enter();
            kit.advance(AuctionsService.AGE_TIMEOUT);
            ann.enter();
            kit.advance(Duration.ofSeconds(1));
            ann.leave();
            assertThat(events.stream().filter(event -> event.startsWith("answered")))
                    .containsExactly(
                            "answered confirm-age in 0 s, ok",
                            "answered confirm-age in 0 s, refused",
                            "answered confirm-age in 0 s, invalid",
                            "answered confirm-age in 20 s, timeout",
                            "answered confirm-age in 1 s, closed");
            assertThat(events.stream().filter("asked confirm-age"::equals)).hasSize(5);
        }
    }

    @Test
    void aSlowClientIsReportedAndReportedAgainWhenItHasCaughtUp() {
        try (AuctionsTestKit kit = kit(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            events.clear();
            ann.stall();
            for (int i = 0; i < 8; i++) {
                kit.emitter().room("a").price(i);
                kit.settle();
            }
            kit.advance(Duration.ofSeconds(1));
            assertThat(events).containsExactly("backlog of 7 messages with bytes");
            ChannelView view = kit.hub().channels().get(0);
            assertThat(view.waitingMessages()).isEqualTo(7);
            assertThat(view.waitingBytes()).isPositive();
            assertThat(view.slowConnections()).isEqualTo(1);
            ann.resume();
            kit.advance(Duration.ofSeconds(1));
            assertThat(events).containsExactly("backlog of 7 messages with bytes", "backlog of 0");
        }
    }

    @Test
    void aHandlerThatRunsForLongIsReportedWithItsMethod() {
        AuctionsService waiting = new AuctionsService() {
            @Override
            public void onEnter(Auctions.Enter enter, AuctionsConnection<String> from) {
                from.ask(new Auctions.ConfirmAge("?"), Duration.ofSeconds(40))
                        .handle((age, failure) -> 0)
                        .toCompletableFuture()
                        .join();
            }
        };
        try (AuctionsTestKit kit = kit(waiting)) {
            kit.connect("a").enter();
            assertThat(events)
                    .containsSubsequence(
                            "asked confirm-age",
                            "stalled in message for 30 s",
                            "answered confirm-age in 40 s, timeout",
                            "handled enter in 40 s");
        }
    }

    @Test
    void severalListenersSeeEachEventAlsoIfOneFails() {
        List<String> others = new ArrayList<>();
        ChannelListener failing = new ChannelListener() {
            @Override
            public void joined(ConnectionInfo connection, String room) {
                throw new IllegalStateException("no disk left");
            }
        };
        ChannelListener last = new ChannelListener() {
            @Override
            public void joined(ConnectionInfo connection, String room) {
                others.add(room);
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                new AuctionsService(),
                settings -> settings.listener(listener).listener(failing).listener(last))) {
            kit.connect("a");
            assertThat(events).containsExactly("joined a, in [a]");
            assertThat(others).containsExactly("a");
        }
    }

    @Test
    void aViewCountsWhatTheChannelHas() {
        try (AuctionsTestKit kit = kit(new AuctionsService())) {
            AuctionsTestKit.Client ann = kit.connect("a");
            kit.connect("b");
            ann.enter();
            ChannelView view = kit.hub().channels().get(0);
            assertThat(view.name()).isEqualTo("dev.strait.tests.kit.Auctions");
            assertThat(view.paths()).containsExactly("/ws/auctions");
            assertThat(view.fingerprint()).isNotEmpty();
            assertThat(view.connections()).isEqualTo(2);
            assertThat(view.rooms()).isEqualTo(2);
            assertThat(view.openAsks()).isEqualTo(1);
            assertThat(view.slowConnections()).isZero();
            assertThat(view.waitingMessages()).isZero();
            assertThat(kit.hub().state()).isEqualTo(ChannelHub.State.SERVING);
        }
    }

    @Test
    void aHubThatIsNotDeployedIsNew() {
        ChannelHub hub = ChannelHub.create();
        assertThat(hub.state()).isEqualTo(ChannelHub.State.NEW);
        hub.add(AuctionsEndpoint.of(new AuctionsService()));
        assertThat(hub.state()).isEqualTo(ChannelHub.State.NEW);
        hub.endpointConfigs();
        assertThat(hub.state()).isEqualTo(ChannelHub.State.SERVING);
        hub.close();
        assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
    }

    @Test
    void anEvictionIsReportedWithoutRoomsAndBeforeTheClose() {
        List<String> ends = new ArrayList<>();
        AtomicReference<AuctionsTestKit> running = new AtomicReference<>();
        ChannelListener observer = new ChannelListener() {
            @Override
            public void evicted(ConnectionInfo connection, CloseReason reason) {
                int members = running.get().emitter().room("a").size();
                ends.add("evicted " + reason.code() + ", members " + members);
            }

            @Override
            public void closed(ConnectionInfo connection, CloseReason reason) {
                ends.add("closed " + reason.code());
            }
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                new AuctionsService(),
                settings -> settings.listener(observer).endpoint(ChannelEndpoint::nonBlocking))) {
            running.set(kit);
            kit.connect("a").raw("{\"type\":\"say\",\"text\":\"" + "x".repeat(100_000) + "\"}");
            assertThat(ends).containsExactly("evicted 1009, members 0", "closed 1009");
        }
    }
}
