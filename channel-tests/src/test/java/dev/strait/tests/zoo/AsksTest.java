package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.json.FrameException;
import dev.strait.tests.Await;
import dev.strait.tests.TestClient;
import dev.strait.tests.TestContainer;
import dev.strait.tests.elsewhere.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asks and their answers, in both directions. */
@Tag("container")
class AsksTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int MAX_QUEUE = 10;

    private final Host host = new Host();
    private @Nullable QuizEmitter emitter;
    private TestContainer.Started server = serve(TestContainer.hub());

    private TestContainer.Started serve(ChannelHub.Builder builder) {
        ChannelHub hub = builder.limits(TestContainer.patientLimits()
                        .maxAsksPerConnection(3)
                        .maxHandlerQueueMessages(MAX_QUEUE)
                        .build())
                .build();
        hub.add(QuizEndpoint.of(host));
        emitter = QuizEmitter.of(hub);
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private QuizEmitter emitter() {
        return Objects.requireNonNull(emitter);
    }

    private TestClient client() {
        return TestClient.connect(server.uri("/ws/quiz/1"));
    }

    private QuizConnection<String> connection() {
        return Await.next(host.joined);
    }

    @Test
    void theHandlersReturnValueIsTheAnswer() {
        try (TestClient client = client()) {
            client.send("{'type':'guess','number':3,'$id':1}").expect("{'type':'guess.too-low','least':7,'$re':1}");
            client.send("{'$id':'b','number':9,'type':'guess'}").expect("{'type':'quiz:high','most':7,'$re':'b'}");
            client.send("{'type':'guess','number':7,'$id':-3}").expect("{'type':'guess.right','points':10,'$re':-3}");
            client.send("{'type':'standing','$id':4}")
                    .expect("{'type':'standing.table','names':['ann','bob'],'$re':4}");
        }
    }

    @Test
    void anAnswerIsReadBehindMessagesThatFillTheQueue() {
        try (TestClient client = client()) {
            client.send("{'type':'provoke','how':'wait'}");
            for (int i = 0; i < 50; i++) { // where reading can be paused, it is not while the handler waits
                client.send("{'type':'provoke','how':'more'}");
            }
            JsonNode ask = client.nextJson();
            while (!ask.path("type").asText().equals("ready")) {
                ask = client.nextJson();
            }
            client.send("{'type':'ready.answer','text':'here','$re':" + ask.path("$id") + "}");
            String told = client.next();
            while (!told.contains("here")) {
                told = client.next();
            }
        }
    }

    @Test
    void aQueueThatFilledUpWhileAnAskWasOpenIsHeldBackAfterIt() {
        if (!TestContainer.pausesReading()) {
            return;
        }
        try (TestClient client = client()) {
            client.send("{'type':'provoke','how':'wait'}");
            JsonNode ask = client.nextJson();
            for (int i = 0; i < MAX_QUEUE - 1; i++) {
                client.send("{'type':'provoke','how':'more'}");
            }
            client.send("{'type':'provoke','how':'block'}"); // the queue is full now
            client.send("{'type':'ready.answer','text':'here','$re':" + ask.path("$id") + "}");
            for (int i = 0; i < 5 * MAX_QUEUE; i++) {
                client.send("{'type':'provoke','how':'later'}");
            }
            client.expect("{'type':'told','what':'here'}");
            for (int i = 0; i < MAX_QUEUE - 1; i++) {
                client.expect("{'type':'told','what':'more'}");
            }
            client.expect("{'type':'told','what':'block'}");
            for (int i = 0; i < 5 * MAX_QUEUE; i++) {
                client.expect("{'type':'told','what':'later'}");
            }
        }
    }

    @Test
    void aCancelledAskMakesRoomForAnother() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            for (int i = 0; i < 10; i++) { // more than may be open
                connection.ask(new Quiz.Ready("?"), LONG).toCompletableFuture().cancel(false);
            }
            CompletionStage<Quiz.Ready.Answer> last = connection.ask(new Quiz.Ready("last"), LONG);
            client.send("{'type':'ready.answer','text':'yes','$re':'s11'}");
            assertThat(Await.result(last).text()).isEqualTo("yes");
        }
    }

    @Test
    void answersMayBeGeneric() {
        try (TestClient client = client()) {
            client.send("{'type':'pages','$id':1}")
                    .expect("{'type':'pages.page','items':[{'number':5}],'total':1,'$re':1}");
            client.send("{'type':'lookup','number':5,'$id':2}")
                    .expect("{'type':'lookup.there','what':{'number':5},'$re':2}");
            client.send("{'type':'lookup','number':6,'$id':3}").expect("{'type':'lookup.missing','$re':3}");
        }
    }

    @Test
    void asksWithoutAnIdAreHandledButNotAnswered() {
        try (TestClient client = client()) {
            client.send("{'type':'guess','number':3}").send("{'type':'guess','number':7,'$id':2}");
            client.expect("{'type':'guess.right','points':10,'$re':2}");
            assertThat(host.guesses).containsExactly(3, 7);
        }
    }

    @Test
    void errorsCarryTheIdOfTheAsk() {
        try (TestClient client = client()) {
            client.send("{'type':'guess','number':13,'$id':1}");
            assertThat(client.expectError("unlucky").path("$re").asInt()).isEqualTo(1);
            client.send("{'type':'guess','number':101,'$id':2}");
            JsonNode invalid = client.expectError("invalid");
            assertThat(invalid.path("$re").asInt()).isEqualTo(2);
            assertThat(invalid.at("/errors/0/path").asText()).isEqualTo("/number");
            client.send("{'type':'guess','number':99,'$id':3}");
            assertThat(client.expectError("internal").path("$re").asInt()).isEqualTo(3);
        }
    }

    @Test
    void anEmitterAsksOneClient() {
        try (TestClient client = client()) {
            QuizSender.ConnectionTarget target =
                    emitter().connection(connection().id());
            CompletionStage<Quiz.Ready.Answer> answer = target.ask(new Quiz.Ready("well?"), LONG);
            client.expect("{'type':'ready','question':'well?','$id':'s1'}");
            client.send("{'type':'ready.answer','text':'yes','$re':'s1'}");
            assertThat(Await.result(answer)).isEqualTo(new Quiz.Ready.Answer("yes"));
        }
        assertThatThrownBy(() -> Await.result(emitter().connection("unknown").ask(new Quiz.Ready("?"), LONG)))
                .hasCauseInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void clientsMayOmitTheTypeOfAnAnswer() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            CompletionStage<Quiz.Ready.Answer> first = connection.ask(new Quiz.Ready("well?"), LONG);
            client.expect("{'type':'ready','question':'well?','$id':'s1'}");
            client.send("{'type':'ready.answer','text':'yes','$re':'s1'}");
            assertThat(Await.result(first)).isEqualTo(new Quiz.Ready.Answer("yes"));
            CompletionStage<Quiz.Ready.Answer> second = connection.ask(new Quiz.Ready("and now?"), LONG);
            client.expect("{'type':'ready','question':'and now?','$id':'s2'}");
            client.send("{'$re':'s2','text':'no'}");
            assertThat(Await.result(second).text()).isEqualTo("no");
        }
    }

    @Test
    void answersMayArriveInAnyOrder() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            CompletionStage<Quiz.Choose.Choice> first = connection.ask(new Quiz.Choose(List.of("a", "b")), LONG);
            CompletionStage<Quiz.Choose.Choice> second = connection.ask(new Quiz.Choose(List.of("c")), LONG);
            client.expect("{'type':'choose','options':['a','b'],'$id':'s1'}");
            client.expect("{'type':'choose','options':['c'],'$id':'s2'}");
            client.send("{'type':'choose.passed','$re':'s2'}").send("{'type':'choose.chosen','index':1,'$re':'s1'}");
            assertThat(Await.result(second)).isEqualTo(new Quiz.Choose.Passed());
            assertThat(Await.result(first)).isEqualTo(new Quiz.Choose.Chosen(1));
        }
    }

    @Test
    void handlersMayBlockOnAnAnswerWhileOtherMessagesAreQueued() {
        try (TestClient client = client()) {
            client.send("{'type':'provoke','how':'wait'}");
            client.expect("{'type':'ready','question':'wait','$id':'s1'}");
            client.send("{'type':'provoke','how':'tell'}"); // queued behind the handler; the answer must not be
            client.send("{'type':'ready.answer','text':'here','$re':'s1'}");
            client.expect("{'type':'told','what':'here'}").expect("{'type':'told','what':'tell'}");
        }
    }

    @Test
    void asyncContinuationsRunOnTheExecutorOfTheHandlers() {
        ExecutorService handlers = Executors.newCachedThreadPool(task -> new Thread(task, "handlers"));
        stop();
        server = serve(TestContainer.hub().executor(handlers));
        try (TestClient client = client()) {
            CompletionStage<Quiz.Ready.Answer> pending = connection().ask(new Quiz.Ready("?"), LONG);
            CompletionStage<List<String>> threads = pending.thenApplyAsync(
                            answer -> Thread.currentThread().getName())
                    .thenApplyAsync(
                            first -> List.of(first, Thread.currentThread().getName()));
            client.expect("{'type':'ready','question':'?','$id':'s1'}").send("{'text':'x','$re':'s1'}");
            assertThat(Await.result(threads)).containsExactly("handlers", "handlers");
        } finally {
            stop(); // the last callbacks need the executor
            handlers.shutdown();
        }
    }

    @Test
    void asksTimeOutAndLateAnswersAreIgnored() {
        try (TestClient client = client()) {
            CompletionStage<Quiz.Ready.Answer> pending = connection().ask(new Quiz.Ready("?"), Duration.ofMillis(20));
            assertThatThrownBy(() -> Await.result(pending)).hasCauseInstanceOf(TimeoutException.class);
            client.expect("{'type':'ready','question':'?','$id':'s1'}");
            client.send("{'type':'ready.answer','text':'late','$re':'s1'}");
            client.send("{'type':'ready.answer','text':'never asked','$re':'s77'}");
            client.send("{'type':'provoke','how':'tell'}").expect("{'type':'told','what':'tell'}");
        }
    }

    @Test
    void disconnectingFailsPendingAndLaterAsks() {
        TestClient client = client();
        QuizConnection<String> connection = connection();
        CompletionStage<Quiz.Ready.Answer> pending = connection.ask(new Quiz.Ready("?"), LONG);
        client.disconnect();
        assertThatThrownBy(() -> Await.result(pending)).hasCauseInstanceOf(ConnectionClosedException.class);
        CompletionStage<Quiz.Ready.Answer> later = connection.ask(new Quiz.Ready("?"), LONG);
        assertThatThrownBy(() -> Await.result(later))
                .cause()
                .isInstanceOfSatisfying(
                        ConnectionClosedException.class,
                        closed -> assertThat(closed.reason().code()).isEqualTo(1000));
    }

    @Test
    void invalidAnswersFailTheAskAndAreReportedToTheClient() {
        try (TestClient client = client()) {
            CompletionStage<Quiz.Choose.Choice> pending = connection().ask(new Quiz.Choose(List.of()), LONG);
            client.expect("{'type':'choose','options':[],'$id':'s1'}");
            client.send("{'type':'choose.chosen','index':-1,'$re':'s1','$id':8}");
            JsonNode error = client.expectError("invalid");
            assertThat(error.path("$re").asInt()).isEqualTo(8);
            assertThat(error.at("/errors/0/path").asText()).isEqualTo("/index");
            assertThatThrownBy(() -> Await.result(pending))
                    .cause()
                    .isInstanceOf(FrameException.class)
                    .hasMessageContaining("/index must be");
        }
    }

    @Test
    void anInvalidAnswerWithoutAnIdIsReportedWithTheIdOfTheAsk() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            for (String answer : List.of(
                    "{'type':'choose.chosen','index':-1,'$re':'s1'}",
                    "{'type':'choose.chosen','index':true,'$re':'s2'}",
                    "{'type':'nothing','$re':'s3'}")) {
                CompletionStage<Quiz.Choose.Choice> pending = connection.ask(new Quiz.Choose(List.of()), LONG);
                JsonNode asked = client.nextJson();
                client.send(answer);
                JsonNode error = client.nextJson();
                assertThat(error.path("type").asText()).isEqualTo("$error");
                assertThat(error.path("$re")).isEqualTo(asked.path("$id"));
                assertThatThrownBy(() -> Await.result(pending)).hasCauseInstanceOf(FrameException.class);
            }
        }
    }

    @Test
    void anAskCannotBeEmitted() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            assertThatThrownBy(() -> connection.toRoom().emit(new Quiz.Ready("?")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Ready is an ask, which needs one connection to answer it. Send it with ask(message, timeout).");
            client.send("{'type':'guess','number':7,'$id':1}").expect("{'type':'guess.right','points':10,'$re':1}");
        }
    }

    @Test
    void answersOfAnotherTypeFailTheAsk() {
        try (TestClient client = client()) {
            CompletionStage<Quiz.Choose.Choice> pending = connection().ask(new Quiz.Choose(List.of()), LONG);
            client.expect("{'type':'choose','options':[],'$id':'s1'}");
            client.send("{'type':'guess','number':1,'$re':'s1'}");
            client.expectError("unknown-type");
            assertThatThrownBy(() -> Await.result(pending)).hasCauseInstanceOf(FrameException.class);
        }
    }

    @Test
    void clientsMayRefuseToAnswer() {
        try (TestClient client = client()) {
            CompletionStage<Quiz.Ready.Answer> pending = connection().ask(new Quiz.Ready("?"), LONG);
            client.expect("{'type':'ready','question':'?','$id':'s1'}");
            client.send("{'type':'$error','$re':'s1','code':'busy','message':'not now'}");
            assertThatThrownBy(() -> Await.result(pending)).cause().isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("busy");
                assertThat(refusal.text()).isEqualTo("not now");
            });
        }
    }

    @Test
    void asksOverTheLimitFailUntilOthersAreAnswered() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            List<CompletionStage<Quiz.Ready.Answer>> pending = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                pending.add(connection.ask(new Quiz.Ready("?"), LONG));
            }
            assertThatThrownBy(() -> Await.result(pending.get(3))).hasCauseInstanceOf(Refusal.class);
            for (int i = 1; i <= 3; i++) {
                client.expect("{'type':'ready','question':'?','$id':'s" + i + "'}");
                client.send("{'type':'ready.answer','text':'x','$re':'s" + i + "'}");
                Await.result(pending.get(i - 1));
            }
            assertThat(connection.ask(new Quiz.Ready("!"), LONG).toCompletableFuture())
                    .isNotDone();
            client.expect("{'type':'ready','question':'!','$id':'s4'}");
        }
    }

    @Test
    void asksThatCannotBeEncodedDoNotCountAsPending() {
        try (TestClient client = client()) {
            QuizConnection<String> connection = connection();
            for (int i = 0; i < 5; i++) { // more than the limit
                assertThatThrownBy(() -> connection.ask(questionWithoutText(), LONG))
                        .isInstanceOf(NullPointerException.class);
            }
            assertThatThrownBy(() -> connection.ask(new Quiz.Ready("?"), Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
            CompletionStage<Quiz.Ready.Answer> pending = connection.ask(new Quiz.Ready("?"), LONG);
            client.nextJson();
            client.send("{'text':'x','$re':'s6'}");
            assertThat(Await.result(pending).text()).isEqualTo("x");
        }
    }

    @SuppressWarnings("NullAway") // violated on purpose
    private static Quiz.Ready questionWithoutText() {
        return new Quiz.Ready(null);
    }

    /** Knows the number to guess. */
    private static final class Host implements QuizHandler<String> {

        final BlockingQueue<QuizConnection<String>> joined = new LinkedBlockingQueue<>();
        final List<Integer> guesses = new ArrayList<>();

        @Override
        public String open(Quiz.Room room, Handshake handshake) {
            return "table " + room.table();
        }

        @Override
        public void joined(Quiz.Room room, QuizConnection<String> connection) {
            joined.add(connection);
        }

        @Override
        @SuppressWarnings("NullAway") // 99: the handler returns no answer
        public Quiz.Guess.Verdict onGuess(Quiz.Guess guess, QuizConnection<String> from) {
            guesses.add(guess.number());
            return switch (guess.number()) {
                case 13 -> throw Refusal.of("unlucky", "Not that one.");
                case 99 -> null;
                case 7 -> new Quiz.Guess.Right(10);
                default -> guess.number() < 7 ? new Quiz.Guess.TooLow(7) : new Quiz.Guess.TooHigh(7);
            };
        }

        @Override
        public Quiz.Standing.Table onStanding(Quiz.Standing standing, QuizConnection<String> from) {
            return new Quiz.Standing.Table(List.of("ann", "bob"));
        }

        @Override
        public Page<Quiz.Guess> onPages(Quiz.Pages pages, QuizConnection<String> from) {
            return new Page<>(List.of(new Quiz.Guess(5)), Optional.empty(), 1);
        }

        @Override
        public Quiz.Found<Quiz.Guess> onLookup(Quiz.Lookup lookup, QuizConnection<String> from) {
            return lookup.number() == 5 ? new Quiz.There<>(new Quiz.Guess(5)) : new Quiz.Missing();
        }

        @Override
        public void onProvoke(Quiz.Provoke provoke, QuizConnection<String> from) {
            if (!provoke.how().equals("wait")) {
                from.reply().told(provoke.how());
                return;
            }
            Quiz.Ready.Answer answer = Await.result(from.ask(new Quiz.Ready("wait"), LONG));
            from.reply().told(answer.text());
        }

        @Override
        public void closed(QuizConnection<String> connection, CloseReason reason) {}
    }
}
