package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.client.World.FakeSocket;
import dev.strait.clients.Auction;
import dev.strait.clients.AuctionClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Cases that a client once got wrong. */
class ClientFaultsTest {

    private static final String SHOUTED = "{\"type\":\"shouted\",\"text\":\"hi\"}";

    private final World world = new World();

    private AuctionClient.Builder builder() {
        return in(AuctionClient.at("http://localhost").room(1), world.environment());
    }

    private static <B extends ClientBuilder<?, ?, ?, ?, B>> B in(B builder, Environment environment) {
        ClientBuilder<?, ?, ?, ?, B> base = builder;
        return base.environment(environment);
    }

    private FakeSocket accept() {
        FakeSocket socket = world.sockets.get(world.sockets.size() - 1);
        socket.events.opened();
        socket.sent.clear();
        socket.events.text("{\"type\":\"$ready\",\"v\":1,\"conn\":\"c\",\"contract\":\"x\"}");
        world.settle();
        return socket;
    }

    @Test
    void nothingIsReadWhileWhatWasSentIsNot() {
        try (AuctionClient client = builder().open()) {
            FakeSocket socket = accept();
            int requested = socket.requested;
            socket.isFull = true;
            socket.events.text("{\"type\":\"confirm-age\",\"lot\":\"1\",\"$id\":1}");
            world.settle();
            assertThat(socket.requested).isEqualTo(requested);
            socket.isFull = false;
            socket.events.drained();
            world.settle();
            assertThat(socket.requested).isEqualTo(requested + 1);
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
        }
    }

    @Test
    void aNewConnectionIsReadyAlthoughTheApplicationIsBusy() {
        Deque<Runnable> handlers = new ArrayDeque<>();
        Environment busy = new Environment(world, world, () -> 0.5, Runnable::run, new Calls(handlers::add));
        try (AuctionClient client =
                in(AuctionClient.at("http://localhost").room(1), busy).open()) {
            FakeSocket first = accept();
            for (int i = 0; i < 300; i++) {
                first.events.text(SHOUTED);
            }
            assertThat(first.requested).isLessThan(300);
            first.events.closed(1012, "");
            world.advance(1_000);
            assertThat(world.sockets).hasSize(2);
            accept();
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
        }
    }

    @Test
    void readingGoesOnWhenTheApplicationHasKeptUp() {
        Deque<Runnable> handlers = new ArrayDeque<>();
        Environment busy = new Environment(world, world, () -> 0.5, Runnable::run, new Calls(handlers::add));
        try (AuctionClient client =
                in(AuctionClient.at("http://localhost").room(1), busy).open()) {
            FakeSocket socket = accept();
            int arrived = 0;
            for (int allowed = socket.requested; arrived < allowed && arrived < 1_000; allowed = socket.requested) {
                socket.events.text(SHOUTED);
                arrived++;
            }
            assertThat(arrived).isBetween(250, 260);
            world.advance(60_000); // nothing can be heard, so the connection is not given up
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
            int requested = socket.requested;
            handlers.remove().run();
            assertThat(socket.requested).isEqualTo(requested + 1);
        }
    }

    @Test
    void moreIsReadWhileAnAskWaits() {
        Deque<Runnable> handlers = new ArrayDeque<>();
        Environment busy = new Environment(world, world, () -> 0.5, Runnable::run, new Calls(handlers::add));
        try (AuctionClient client =
                in(AuctionClient.at("http://localhost").room(1), busy).open()) {
            FakeSocket socket = accept();
            for (int i = 0; i < 256; i++) {
                socket.events.text(SHOUTED);
            }
            int requested = socket.requested;
            CompletableFuture<Auction.Bid.Outcome> outcome = client.bid(1);
            assertThat(socket.requested).isEqualTo(requested + 1);
            socket.events.text("{\"type\":\"bid.leading\",\"seq\":1,\"$re\":1}");
            assertThat(outcome).isCompleted();
        }
    }

    @Test
    void anAskWhoseFutureIsCompletedIsNotSent() {
        try (AuctionClient client = builder().open()) {
            client.bid(1).completeExceptionally(new IllegalStateException("no longer wanted"));
            client.bid(2).cancel(true);
            assertThat(accept().sent).isEmpty();
        }
    }

    @Test
    void oneTokenIsRequestedAtATime() {
        List<CompletableFuture<String>> requested = new ArrayList<>();
        try (AuctionClient client = builder()
                .token(isRefused -> {
                    requested.add(new CompletableFuture<>());
                    return requested.get(requested.size() - 1);
                })
                .open()) {
            world.settle();
            requested.get(0).complete("t1");
            FakeSocket socket = accept();
            for (int i = 0; i < 10; i++) {
                socket.events.text("{\"type\":\"$expiring\",\"inMs\":60000}");
                world.settle();
            }
            assertThat(requested).hasSize(2);
            requested.get(1).complete("t2");
            assertThat(socket.sent).hasSize(1);
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
        }
    }

    @Test
    void aConnectionDoesNotWaitForTheTokenOfAnEarlierOne() {
        List<CompletableFuture<String>> requested = new ArrayList<>();
        try (AuctionClient client = builder()
                .token(isRefused -> {
                    requested.add(new CompletableFuture<>());
                    return requested.get(requested.size() - 1);
                })
                .open()) {
            world.settle();
            requested.get(0).complete("t1");
            FakeSocket first = accept();
            first.events.text("{\"type\":\"$expiring\",\"inMs\":60000}");
            world.settle();
            assertThat(requested).hasSize(2); // and never completed
            first.events.closed(1012, "");
            world.advance(1_000);
            requested.get(2).complete("t2");
            FakeSocket second = accept();
            second.events.text("{\"type\":\"$expiring\",\"inMs\":60000}");
            world.settle();
            assertThat(requested).hasSize(4);
            requested.get(3).complete("t3");
            assertThat(second.sent).singleElement().asString().contains("$auth", "t3");
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
        }
    }

    @Test
    void anErrorInAHandlerOfAnAskIsAnswered() {
        try (AuctionClient client = builder().open()) {
            client.answerConfirmAge(ask -> {
                throw new AssertionError("broken");
            });
            FakeSocket socket = accept();
            socket.events.text("{\"type\":\"confirm-age\",\"lot\":\"1\",\"$id\":1}");
            world.settle();
            assertThat(socket.sent).singleElement().asString().contains("\"code\":\"failed\"", "\"$re\":1");
        }
    }

    @Test
    void anExecutorThatFailsOnceLosesNothing() {
        List<String> heard = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("not ready yet")));
        Environment flaky = new Environment(world, world, () -> 0.5, Runnable::run, new Calls(action -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
            action.run();
        }));
        try (AuctionClient client =
                in(AuctionClient.at("http://localhost").room(1), flaky).build()) {
            client.onShouted(shouted -> heard.add(shouted.text()));
            client.onState(state -> heard.add(state.getClass().getSimpleName()));
            client.open();
            accept().events.text(SHOUTED);
            assertThat(heard).containsExactly("Idle", "Connecting", "Open", "hi");
        }
    }

    @Test
    void aSubscriberThatThrowsGetsNoMore() {
        List<Object> heard = new ArrayList<>();
        try (AuctionClient client = builder().open()) {
            client.messages().subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(10);
                }

                @Override
                public void onNext(Auction.ToClient message) {
                    heard.add(message);
                    throw new IllegalStateException("broken");
                }

                @Override
                public void onError(Throwable failure) {
                    heard.add(failure);
                }

                @Override
                public void onComplete() {
                    heard.add("complete");
                }
            });
            FakeSocket socket = accept();
            socket.events.text(SHOUTED);
            socket.events.text(SHOUTED);
            world.settle();
        }
        world.settle();
        assertThat(heard).hasSize(1);
    }

    @Test
    void durationsWithoutAnEndAreAllowed() {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        try (AuctionClient client = builder().queue(10, forever).open()) {
            assertThat(client.shout("a", List.of())).isEqualTo(Sent.QUEUED);
            CompletableFuture<Auction.Bid.Outcome> outcome = client.ask(new Auction.Bid(1), forever);
            world.advance(TimeUnit.HOURS.toMillis(1));
            assertThat(outcome).isNotDone();
            while (!(client.state() instanceof ClientState.Connecting)) {
                world.advance(100);
            }
            assertThat(accept().sent).hasSize(2);
        }
    }

    @Test
    void mistakesInSettingsFailAtOnce() {
        assertThatThrownBy(() -> builder().header("Connection", "close")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().header("X-Name", "a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuctionClient.at("http://localhost:99999")).hasMessage("99999 is not a port.");
        assertThatThrownBy(() -> AuctionClient.at("http://my_service:8080")).hasMessageContaining("underscore");
    }

    @Test
    void headersAndQueryAreRequestedForEachConnect() {
        List<String> tokens = new ArrayList<>(List.of("one", "two"));
        try (AuctionClient client = builder()
                .header("X-App", "test")
                .headers(() -> Map.of("Authorization", "Bearer " + tokens.remove(0)))
                .open()) {
            world.settle();
            accept().events.closed(1012, "");
            world.advance(1_000);
            assertThat(world.sockets.get(1).headers).containsEntry("Authorization", "Bearer two");
            assertThat(world.sockets.get(1).headers).containsEntry("X-App", "test");
            assertThat(client.state()).isInstanceOf(ClientState.Connecting.class);
        }
    }
}
