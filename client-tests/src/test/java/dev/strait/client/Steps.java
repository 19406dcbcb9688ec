package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.strait.clients.AuctionClient;
import dev.strait.clients.LobbyClient;
import dev.strait.runtime.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The steps of the scenarios that are about the client and its application; those of the server are in {@link ServerSteps}. */
final class Steps implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("dev.strait.client");

    final World world = new World();
    private final ServerSteps server = new ServerSteps(this);
    private final String channel;
    private final Deque<JsonNode> log = new ArrayDeque<>();
    private final Map<String, CompletableFuture<?>> futures = new HashMap<>();
    private final Map<String, List<CompletableFuture<?>>> signals = new HashMap<>();
    private final Map<String, Registration> registrations = new HashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> answers = new HashMap<>();
    private final Map<String, Subject.Room> rooms = new HashMap<>();
    private final Map<String, Pulling> iterators = new HashMap<>();
    private final List<Boolean> tokens = new ArrayList<>();
    /** The trace of the ask that is being answered. */
    private Optional<String> askTrace = Optional.empty();

    private final Handler logging = new Handler() {

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().equals(Level.WARNING)) {
                warnings++;
            } else {
                log("reported", text(logged.getThrown().getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Subject subject;
    private int warnings;

    Steps(String channel) {
        this.channel = channel;
        LOGGER.addHandler(logging);
        LOGGER.setUseParentHandlers(false);
    }

    @Override
    public void close() {
        LOGGER.removeHandler(logging);
    }

    String channel() {
        return channel;
    }

    private void log(String name, JsonNode... values) {
        ArrayNode event = JsonNodeFactory.instance.arrayNode().add(name);
        for (JsonNode value : values) {
            event.add(value);
        }
        log.add(event);
    }

    void run(JsonNode step) {
        List<JsonNode> values = new ArrayList<>();
        step.forEach(values::add);
        String verb = values.remove(0).asText();
        if (!server.run(verb, values)) {
            run(verb, values, values.isEmpty() ? "" : values.get(0).asText());
        }
        world.settle();
    }

    private void run(String verb, List<JsonNode> values, String name) {
        switch (verb) {
            case "repeat" -> {
                for (int i = 0; i < values.get(0).asInt(); i++) {
                    values.subList(1, values.size()).forEach(this::run);
                }
            }
            case "client" -> client(values.isEmpty() ? JsonNodeFactory.instance.objectNode() : values.get(0));
            case "clientFails" ->
                assertThatThrownBy(() -> auction()
                                .room(values.get(0).get("room").get("lot").asLong())
                                .build())
                        .isInstanceOfSatisfying(
                                ClientException.class,
                                error -> assertThat(error.code())
                                        .isEqualTo(values.get(1).asText()));
            case "hears" ->
                subject.onError((code, refused) ->
                        log("error", text(code), refused.map(Steps::text).orElse(JsonNodeFactory.instance.nullNode())));
            case "close" -> subject.client().close();
            case "open" -> subject.client().open();
            case "renew" -> futures.put("renewed", subject.client().reauthenticate());
            case "abort" -> signals.getOrDefault(name, List.of()).forEach(future -> future.cancel(true));
            case "say" -> say(values);
            case "sayFails" ->
                assertThatThrownBy(() -> subject.say(name, values.get(1)))
                        .isInstanceOfSatisfying(ClientException.class, error -> {
                            assertThat(error.code()).isEqualTo("invalid");
                            assertThat(Subject.JSON.<JsonNode>valueToTree(error.violations()))
                                    .isEqualTo(values.get(2));
                        });
            case "ask" -> ask(name, values);
            case "answered" ->
                assertThat(Subject.outcome(futures.get(name).getNow(null))).isEqualTo(values.get(1));
            case "rejected" -> rejected(futures.get(name), values.get(1));
            case "pending" -> assertThat(futures.get(name)).isNotDone();
            case "listen" -> listen(name, values);
            case "unlisten" -> registrations.get(name).close();
            case "answer" -> subject.answerConfirmAge(ask -> answer(ask, values.get(1)));
            case "resolve" -> answers.get(name).complete(values.get(1));
            case "iterate" -> iterate(name, values);
            case "iterated" -> assertThat(iterators.get(name).pull(this)).isEqualTo(values.get(1));
            case "iterationFails" ->
                assertThat(iterators.get(name).failure(this))
                        .isEqualTo(values.get(1).asText());
            case "join" -> join(name, values.get(1));
            case "joinMany" -> {
                for (int i = 0; i < values.get(1).asInt(); i++) {
                    join(name + i, JsonNodeFactory.instance.objectNode().put("name", name + i));
                }
            }
            case "leave" -> rooms.get(name).handle().leave();
            case "room" -> included(StateJson.of(rooms.get(name).handle().state()), values.get(1));
            case "state" -> included(StateJson.of(subject.client().state()), values.get(0));
            case "advances" -> world.advance(values.get(0).asLong());
            case "chance" -> world.chance = values.get(0).asDouble();
            case "timers" -> assertThat(world.timers()).isEqualTo(values.get(0).asInt());
            case "warns" -> assertThat(warnings).isEqualTo(values.get(0).asInt());
            case "happens" -> values.forEach(event -> assertThat(log.poll()).isEqualTo(event));
            case "happensFrom" -> assertThat(next().get(0).asText()).isEqualTo(name);
            case "happensUnknown" -> assertThat(next().get(0).asText()).isEqualTo("unknown");
            case "happensNothing" -> assertThat(log).isEmpty();
            case "hasCleanPrototypes" -> assertThat(channel).isNotEmpty(); // there are none
            case "asksForToken" -> {
                assertThat(tokens)
                        .isEqualTo(values.stream()
                                .map(context -> context.get("refused").asBoolean())
                                .toList());
                tokens.clear();
            }
            case "lacksError" ->
                assertThat(StateJson.of(subject.client().state()).get("reason").has("error"))
                        .isFalse();
            default -> throw new AssertionError("there is no step " + verb);
        }
    }

    private JsonNode next() {
        assertThat(log).isNotEmpty();
        return log.remove();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static void included(JsonNode actual, JsonNode expected) {
        assertThat(Bindings.includes(actual, expected))
                .as("%s has %s", actual, expected)
                .isTrue();
    }

    private AuctionClient.Builder auction() {
        return inWorld(AuctionClient.at("https://example.com/app/"));
    }

    private <B extends ClientBuilder<?, ?, ?, ?, B>> B inWorld(B builder) {
        ClientBuilder<?, ?, ?, ?, B> base = builder;
        return base.environment(world.environment());
    }

    private void client(JsonNode options) {
        if (channel.equals("auction")) {
            AuctionClient.Builder builder = auction().room(42);
            settings(builder, options);
            subject = new Subject.AuctionSubject(builder.open());
        } else {
            LobbyClient.Builder builder = inWorld(LobbyClient.at("https://example.com/app/"));
            settings(builder, options);
            subject = new Subject.LobbySubject(builder.open());
        }
        world.settle();
        subject.client().onUnknown(frame -> log("unknown", text(frame.text())));
        subject.onDropped((type, reason) -> log(
                "dropped",
                text(type),
                text(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    private void settings(ClientBuilder<?, ?, ?, ?, ?> builder, JsonNode options) {
        if (options.has("query")) {
            Map<String, String> pairs = new LinkedHashMap<>();
            options.get("query")
                    .properties()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
            builder.query(pairs);
        }
        if (options.has("tokens")) {
            List<String> left = new ArrayList<>();
            options.get("tokens").forEach(token -> left.add(token.asText()));
            builder.token(isRefused -> token(left.size() > 1 ? left.remove(0) : left.get(0), isRefused));
        }
        if (options.has("traces")) {
            builder.traceContext(traces(options.get("traces")));
        }
    }

    /** Gives each message the next of the traces, and keeps that of an ask. */
    private TraceContext traces(JsonNode traces) {
        Iterator<JsonNode> left = traces.elements();
        return new TraceContext() {
            @Override
            public Optional<String> current() {
                return left.hasNext() ? Optional.of(left.next().asText()) : Optional.empty();
            }

            @Override
            public <T> T callWithin(String trace, Supplier<T> handler) {
                askTrace = Optional.of(trace);
                try {
                    return handler.get();
                } finally {
                    askTrace = Optional.empty();
                }
            }
        };
    }

    private CompletionStage<String> token(String token, boolean isRefused) {
        tokens.add(isRefused);
        if (token.equals("fail")) {
            throw new IllegalStateException("no token");
        }
        return token.equals("hang") ? new CompletableFuture<>() : CompletableFuture.completedStage(token);
    }

    private void say(List<JsonNode> values) {
        Sent sent = values.size() > 3
                ? rooms.get(values.get(3).asText()).post(values.get(1))
                : subject.say(values.get(0).asText(), values.get(1));
        assertThat(sent.name().toLowerCase(Locale.ROOT)).isEqualTo(values.get(2).asText());
    }

    private void ask(String name, List<JsonNode> values) {
        JsonNode options = values.size() > 3 ? values.get(3) : JsonNodeFactory.instance.objectNode();
        Optional<Duration> timeout = Optional.ofNullable(options.get("timeoutMs"))
                .map(JsonNode::asLong)
                .map(Duration::ofMillis);
        CompletableFuture<?> future = subject.ask(values.get(2), timeout);
        futures.put(name, future);
        if (options.has("signal")) {
            signals.computeIfAbsent(options.get("signal").asText(), unused -> new ArrayList<>())
                    .add(future);
        }
    }

    private static void rejected(CompletableFuture<?> future, JsonNode expected) {
        assertThat(future).isCompletedExceptionally();
        if (expected.get("code").asText().equals("aborted")) {
            assertThat(future).isCancelled();
            return;
        }
        Throwable failure = future.handle((value, thrown) -> thrown).join();
        included(StateJson.error((ClientException) failure), expected);
    }

    private void listen(String name, List<JsonNode> values) {
        boolean isBroken = values.size() > 2 && values.get(2).path("throws").asBoolean();
        registrations.put(name, subject.on(values.get(1).asText(), (message, room) -> {
            log(name, room.map(each -> new JsonNode[] {message, text(each)}).orElse(new JsonNode[] {message}));
            if (isBroken) {
                throw new IllegalStateException("broken handler");
            }
        }));
    }

    private CompletionStage<JsonNode> answer(JsonNode ask, JsonNode how) {
        log("asked", askTrace.map(trace -> new JsonNode[] {ask, text(trace)}).orElse(new JsonNode[] {ask}));
        if (how.has("refuse")) {
            throw Refusal.of(
                    how.get("refuse").get(0).asText(), how.get("refuse").get(1).asText());
        }
        return how.has("wait")
                ? answers.computeIfAbsent(how.get("wait").asText(), unused -> new CompletableFuture<>())
                : CompletableFuture.completedStage(how.get("value"));
    }

    private void iterate(String name, List<JsonNode> values) {
        Pulling pulling = new Pulling();
        int max = values.size() > 1 ? values.get(1).asInt() : 1_024;
        subject.client().messages(max).subscribe(pulling);
        iterators.put(name, pulling);
    }

    private void join(String name, JsonNode key) {
        rooms.put(name, subject.join(key, message -> log(name, message)));
    }
}
