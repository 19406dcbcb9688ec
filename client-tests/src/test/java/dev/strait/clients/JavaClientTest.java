package dev.strait.clients;

import static dev.strait.tests.Await.next;
import static dev.strait.tests.Await.result;
import static dev.strait.tests.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.client.ClientException;
import dev.strait.client.ClientState;
import dev.strait.client.RoomState;
import dev.strait.client.Sent;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import dev.strait.runtime.Refusal;
import dev.strait.server.ChannelServer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The generated clients for Java against the embedded server. */
class JavaClientTest {

    private final AuctionService auctions = new AuctionService();
    private ChannelServer server = start(0);

    private ChannelServer start(int port) {
        ChannelHub hub = ChannelHub.builder()
                .authenticator((token, handshake) -> {
                    if (token.startsWith("bad")) {
                        throw Refusal.unauthenticated("Who are you?");
                    }
                    return Identity.of(token);
                })
                .build();
        hub.add(AuctionEndpoint.of(auctions));
        hub.add(LobbyEndpoint.of(new LobbyService()));
        hub.add(NotesEndpoint.of(new NotesService()).limits(limits -> limits.maxMessageBytes(1 << 20)));
        return ChannelServer.start(hub, port);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuctionClient.Builder auction() {
        return AuctionClient.at("http://localhost:" + server.port()).room(7);
    }

    /** Leads with every even bid, and asks for the age of those who shout "age". */
    private static final class AuctionService implements AuctionHandler<String> {

        final BlockingQueue<String> log = new LinkedBlockingQueue<>();
        volatile AuctionConnection<String> last;

        @Override
        public String open(Auction.Room room, Handshake handshake) {
            return handshake.principal().map(java.security.Principal::getName).orElse("nobody");
        }

        @Override
        public void joined(Auction.Room room, AuctionConnection<String> connection) {
            last = connection;
        }

        @Override
        public Auction.Bid.Outcome onBid(Auction.Bid bid, AuctionConnection<String> from) {
            if (bid.cents() == 13) {
                throw Refusal.conflict("No.");
            }
            from.toRoom().price(bid.cents(), List.of(new Auction.Raised(bid.cents())));
            return bid.cents() % 2 == 0 ? new Auction.Bid.Leading(1) : new Auction.Bid.TooLow(bid.cents() + 1);
        }

        @Override
        public void onShout(Auction.Shout shout, AuctionConnection<String> from) {
            log.add(from.state() + ": " + shout.text());
            if (shout.text().equals("age")) {
                from.ask(new Auction.ConfirmAge("7"), Duration.ofSeconds(10))
                        .whenComplete(
                                (answer, failure) -> log.add(failure == null ? answer.toString() : failure.toString()));
            } else if (shout.text().equals("refuse")) {
                throw Refusal.forbidden("Not here.");
            }
            from.toRoom().shouted(shout.text());
        }

        @Override
        public void onPoint(Auction.Point point, AuctionConnection<String> from) {
            log.add("point " + point.x());
        }
    }

    private static final class LobbyService implements LobbyHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void join(Lobby.Room room, LobbyConnection<String> connection) {
            if (room.name().equals("closed")) {
                throw Refusal.forbidden("This room is closed.");
            }
        }

        @Override
        public void onPost(Lobby.Post post, LobbyConnection<String> from) {
            from.toRoom().posted(post.text());
        }
    }

    private static final class NotesService implements NotesHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onWrite(Notes.Write write, NotesConnection<String> from) {
            from.reply().written(write.text().length());
        }

        @Override
        public Notes.Count.Total onCount(Notes.Count count, NotesConnection<String> from) {
            return new Notes.Count.Total(count.from() + 1);
        }
    }

    @Test
    void largeMessagesThatWaitForARoomAreSentOnceAndInOrder() {
        BlockingQueue<Integer> written = new LinkedBlockingQueue<>();
        try (NotesClient client =
                NotesClient.at("http://localhost:" + server.port()).open()) {
            NotesClient.JoinedRoom room = client.join("a");
            client.onWritten(message -> written.add(message.characters()));
            for (int size = 100_000; size < 100_020; size++) {
                room.write("x".repeat(size));
            }
            assertThat(result(room.count(1))).isEqualTo(new Notes.Count.Total(2));
            for (int size = 100_000; size < 100_020; size++) {
                assertThat(next(written)).isEqualTo(size);
            }
            assertThat(client.state()).isInstanceOf(ClientState.Open.class);
        }
    }

    @Test
    void messagesAndAsksReachTheServerAndItsAnswersTheClient() {
        BlockingQueue<Auction.Price> prices = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction().open()) {
            client.onPrice(prices::add);
            assertThat(result(client.bid(2))).isEqualTo(new Auction.Bid.Leading(1));
            assertThat(result(client.ask(new Auction.Bid(3), Duration.ofSeconds(5))))
                    .isEqualTo(new Auction.Bid.TooLow(4));
            assertThat(next(prices)).isEqualTo(new Auction.Price(2, List.of(new Auction.Raised(2))));
            assertThat(client.point(3)).isEqualTo(Sent.SENT);
            assertThat(next(auctions.log)).isEqualTo("point 3");
        }
    }

    @Test
    void aRefusedAskFailsWithItsCode() {
        try (AuctionClient client = auction().open()) {
            assertThatThrownBy(() -> result(client.bid(13)))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ClientException.class)
                    .cause()
                    .satisfies(failure -> {
                        ClientException error = (ClientException) failure;
                        assertThat(error.code()).isEqualTo("conflict");
                        assertThat(error).hasMessage("No.");
                        assertThat(error.isSent()).isTrue();
                    });
        }
    }

    @Test
    void aRefusedMessageIsReported() {
        BlockingQueue<String> errors = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction()
                .onError((error, refused) -> errors.add(error.code() + " " + refused.orElseThrow()))
                .open()) {
            client.shout("refuse", List.of());
            assertThat(next(errors)).isEqualTo("forbidden Shout[text=refuse, tags=[]]");
        }
    }

    @Test
    void theServerAsksToo() {
        try (AuctionClient client = auction().token(() -> "ann").open()) {
            client.answerConfirmAge(ask -> CompletableFuture.completedFuture(new Auction.ConfirmAge.Answer(true)));
            client.shout("age", List.of());
            assertThat(next(auctions.log)).isEqualTo("ann: age");
            assertThat(next(auctions.log)).isEqualTo("Answer[over18=true]");
        }
    }

    @Test
    void aTokenTellsTheServerWhoTheClientIs() {
        try (AuctionClient client = auction().token(() -> "ann").open()) {
            result(client.ready());
            assertThat(client.state())
                    .isInstanceOfSatisfying(
                            ClientState.Open.class,
                            open -> assertThat(open.user()).contains("ann"));
            result(client.reauthenticate());
        }
    }

    @Test
    void aTokenThatIsRefusedTwiceClosesTheClient() {
        BlockingQueue<Boolean> asked = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction()
                .token(isRefused -> {
                    asked.add(isRefused);
                    return CompletableFuture.completedStage("bad");
                })
                .open()) {
            assertThatThrownBy(() -> result(client.ready()))
                    .hasCauseInstanceOf(ClientException.class)
                    .hasRootCauseMessage("Who are you?");
            assertThat(asked).containsExactly(false, true);
        }
    }

    @Test
    void aClientReturnsAfterARestartOfTheServer() {
        try (AuctionClient client = auction().open()) {
            result(client.ready());
            int port = server.port();
            server.close();
            until(() -> !(client.state() instanceof ClientState.Open));
            assertThat(client.shout("while away", List.of())).isEqualTo(Sent.QUEUED);
            server = start(port);
            assertThat(next(auctions.log)).isEqualTo("nobody: while away");
        }
    }

    @Test
    void theServerMayCloseAClientForGood() {
        try (AuctionClient client = auction().open()) {
            result(client.ready());
            until(() -> auctions.last != null);
            auctions.last.close(new CloseReason(4403, "banned"));
            until(() -> client.state() instanceof ClientState.Closed);
            assertThat(client.state())
                    .isEqualTo(new ClientState.Closed(new ClientState.Reason(4403, "banned", Optional.empty())));
        }
    }

    @Test
    void whatWasSentBeforeACloseArrives() {
        for (int i = 0; i < 20; i++) {
            AuctionClient client = auction().open();
            result(client.ready());
            client.shout("bye " + i, List.of());
            client.close();
            assertThat(next(auctions.log)).isEqualTo("nobody: bye " + i);
        }
    }

    @Test
    void roomsAreJoinedWhileConnected() {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (LobbyClient client =
                LobbyClient.at("http://localhost:" + server.port() + "/").open()) {
            LobbyClient.JoinedRoom blue = client.join("blue");
            LobbyClient.JoinedRoom closed = client.join(new Lobby.Room("closed"));
            blue.onPosted(posted -> heard.add("blue " + posted.text()));
            client.onPostedIn((posted, room) -> heard.add(room.orElseThrow().name() + " " + posted.text()));
            result(blue.ready());
            blue.post("hi");
            assertThat(next(heard)).isEqualTo("blue hi");
            assertThat(next(heard)).isEqualTo("blue hi");
            assertThatThrownBy(() -> result(closed.ready())).hasRootCauseMessage("This room is closed.");
            blue.leave();
            assertThat(blue.state()).isInstanceOf(RoomState.Left.class);
            assertThat(blue.post("to nobody")).isEqualTo(Sent.DROPPED);
        }
    }

    @Test
    void aHandlerThatBlocksStopsReadingButNotTheClient() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction().open();
                AuctionClient other = auction().open()) {
            client.onShouted(shouted -> {
                try {
                    blocked.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                heard.add(shouted.text());
            });
            result(client.ready());
            result(other.ready());
            for (int i = 0; i < 1_000; i++) {
                String text = "number " + i;
                until(() -> other.shout(text, List.of()) != Sent.DROPPED);
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(next(auctions.log)).endsWith("number " + i);
            }
            assertThat(client.point(5)).isEqualTo(Sent.SENT);
            assertThat(next(auctions.log)).isEqualTo("point 5");
            blocked.countDown();
            for (int i = 0; i < 1_000; i++) {
                assertThat(next(heard)).isEqualTo("number " + i);
            }
        }
    }

    @Test
    void aHandlerMayWaitForAnAnswer() {
        BlockingQueue<Auction.Bid.Outcome> outcomes = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction().open()) {
            client.onShouted(shouted -> outcomes.add(result(client.bid(2))));
            client.shout("bid", List.of());
            assertThat(next(outcomes)).isEqualTo(new Auction.Bid.Leading(1));
        }
    }

    @Test
    void subscribersTakeMessagesAtTheirPace() {
        BlockingQueue<Flow.Subscription> subscribed = new LinkedBlockingQueue<>();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (AuctionClient client = auction().open()) {
            client.messages().subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscribed.add(subscription);
                }

                @Override
                public void onNext(Auction.ToClient message) {
                    heard.add(message.toString());
                }

                @Override
                public void onError(Throwable failure) {
                    heard.add(failure.toString());
                }

                @Override
                public void onComplete() {
                    heard.add("complete");
                }
            });
            client.shout("one", List.of());
            client.shout("two", List.of());
            assertThat(result(client.bid(2))).isNotNull();
            Flow.Subscription subscription = next(subscribed);
            assertThat(heard).isEmpty();
            subscription.request(1);
            assertThat(next(heard)).isEqualTo("Shouted[text=one]");
            subscription.request(5);
            assertThat(next(heard)).isEqualTo("Shouted[text=two]");
        }
        until(() -> heard.contains("complete"));
    }

    @Test
    void handlersRunOnTheGivenExecutor() {
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        var executor = Executors.newSingleThreadExecutor(action -> new Thread(action, "mine"));
        try (AuctionClient client = auction().handlersOn(executor).open()) {
            client.onShouted(shouted -> threads.add(Thread.currentThread().getName()));
            client.shout("hi", List.of());
            assertThat(next(threads)).isEqualTo("mine");
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void anHttpClientThatFollowsRedirectsIsRefused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        assertThatThrownBy(() -> auction().http(follows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }

    @Test
    void aBaseThatIsNoServerIsRefused() {
        assertThatThrownBy(() -> AuctionClient.at("localhost:8080"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://example.com");
    }

    @Test
    void aRoomInThePathIsRequired() {
        assertThatThrownBy(() -> AuctionClient.at("http://localhost").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("room(...)");
    }

    @Test
    void anAskIsNoMessage() {
        try (AuctionClient client = auction().build()) {
            assertThatThrownBy(() -> client.send(new Auction.Bid(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ask(...)");
        }
    }
}
