package dev.strait.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strait.clients.Auction;
import dev.strait.clients.AuctionClient;
import dev.strait.clients.AuctionCodec;
import dev.strait.clients.Lobby;
import dev.strait.clients.LobbyClient;
import dev.strait.clients.LobbyCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The generated client of a scenario, by the names that the scenarios use. */
interface Subject {

    ObjectMapper JSON = new ObjectMapper();

    ChannelClient<?, ?, ?> client();

    Sent say(String type, JsonNode fields);

    CompletableFuture<?> ask(JsonNode fields, Optional<Duration> timeout);

    /** Calls a function with messages as JSON and the names of their rooms. */
    Registration on(String type, BiConsumer<JsonNode, Optional<String>> handler);

    Registration answerConfirmAge(Function<JsonNode, CompletionStage<JsonNode>> handler);

    void onDropped(BiConsumer<String, Dropped.Reason> handler);

    void onError(BiConsumer<String, Optional<String>> handler);

    Room join(JsonNode key, Consumer<JsonNode> posted);

    /** A room of a client. */
    interface Room {

        ClientRoom<?, ?, ?> handle();

        Sent post(JsonNode fields);
    }

    /** Returns an outcome as it stands on the wire. */
    static JsonNode outcome(Object value) {
        Auction.Bid.Outcome outcome = (Auction.Bid.Outcome) value;
        return tree(new AuctionCodec(), outcome);
    }

    private static JsonNode tree(AuctionCodec codec, Auction.Bid.Outcome outcome) {
        try (var out = dev.strait.runtime.spi.codec.JsonWriter.ofText()) {
            codec.writeAnswerToClient(out, new Auction.Bid(1), outcome);
            return tree(out.endObject().finish());
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException invalid) {
            throw new AssertionError(invalid);
        }
    }

    /** A client of a channel with its room in the path. */
    record AuctionSubject(AuctionClient client) implements Subject {

        @Override
        public Sent say(String type, JsonNode fields) {
            Class<? extends Auction.ToServer> record = type.equals("point") ? Auction.Point.class : Auction.Shout.class;
            return client.send(JSON.convertValue(fields, record));
        }

        @Override
        public CompletableFuture<Auction.Bid.Outcome> ask(JsonNode fields, Optional<Duration> timeout) {
            Auction.Bid bid = JSON.convertValue(fields, Auction.Bid.class);
            return timeout.isPresent() ? client.ask(bid, timeout.get()) : client.bid(bid.cents());
        }

        @Override
        public Registration on(String type, BiConsumer<JsonNode, Optional<String>> handler) {
            Consumer<Auction.ToClient> run =
                    message -> handler.accept(tree(new AuctionCodec().encodeToClient(message)), Optional.empty());
            return type.equals("price") ? client.onPrice(run) : client.onShouted(run);
        }

        @Override
        public Registration answerConfirmAge(Function<JsonNode, CompletionStage<JsonNode>> handler) {
            return client.answerConfirmAge(ask -> handler.apply(tree(new AuctionCodec().encodeToClient(ask)))
                    .thenApply(answer -> JSON.convertValue(answer, Auction.ConfirmAge.Answer.class)));
        }

        @Override
        public void onDropped(BiConsumer<String, Dropped.Reason> handler) {
            client.onDropped(drop -> handler.accept(new AuctionCodec().typeOfToServer(drop.message()), drop.reason()));
        }

        @Override
        public void onError(BiConsumer<String, Optional<String>> handler) {
            client.onError((error, refused) ->
                    handler.accept(error.code(), refused.map(message -> new AuctionCodec().typeOfToServer(message))));
        }

        @Override
        public Room join(JsonNode key, Consumer<JsonNode> posted) {
            throw new AssertionError("The path of this channel names the room.");
        }
    }

    /** A client of a channel whose clients join rooms. */
    record LobbySubject(LobbyClient client) implements Subject {

        @Override
        public Sent say(String type, JsonNode fields) {
            throw new AssertionError("Only rooms have messages.");
        }

        @Override
        public CompletableFuture<?> ask(JsonNode fields, Optional<Duration> timeout) {
            throw new AssertionError("This channel has no asks.");
        }

        @Override
        public Registration on(String type, BiConsumer<JsonNode, Optional<String>> handler) {
            return client.onPostedIn((message, room) ->
                    handler.accept(tree(new LobbyCodec().encodeToClient(message)), room.map(Lobby.Room::name)));
        }

        @Override
        public Registration answerConfirmAge(Function<JsonNode, CompletionStage<JsonNode>> handler) {
            throw new AssertionError("This channel has no asks.");
        }

        @Override
        public void onDropped(BiConsumer<String, Dropped.Reason> handler) {
            client.onDropped(drop -> handler.accept(new LobbyCodec().typeOfToServer(drop.message()), drop.reason()));
        }

        @Override
        public void onError(BiConsumer<String, Optional<String>> handler) {
            client.onError((error, refused) ->
                    handler.accept(error.code(), refused.map(message -> new LobbyCodec().typeOfToServer(message))));
        }

        @Override
        public Room join(JsonNode key, Consumer<JsonNode> posted) {
            LobbyClient.JoinedRoom room = client.join(JSON.convertValue(key, Lobby.Room.class));
            room.onPosted(message -> posted.accept(tree(new LobbyCodec().encodeToClient(message))));
            return new Room() {

                @Override
                public ClientRoom<?, ?, ?> handle() {
                    return room;
                }

                @Override
                public Sent post(JsonNode fields) {
                    return room.send(JSON.convertValue(fields, Lobby.Post.class));
                }
            };
        }
    }
}
