package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An application that is compiled once, and must run with later versions of the runtime. */
public final class FrozenApplication implements Consumer<ChannelHub> {

    @Override
    public void accept(ChannelHub hub) {
        Lots lots = new Lots();
        hub.add(ChatEndpoint.of(new Chats(ChatEmitter.of(hub))));
        hub.add(AuctionEndpoint.of(lots));
        hub.add(LobbyEndpoint.of(new Lobbies(AuctionRooms.of(hub, lots))));
        hub.add(FeedEndpoint.of(new Feeds()));
        hub.add(Nested_CageEndpoint.of(new Cages()).nonBlocking());
    }

    /** A handler of a channel with a room in its path. */
    private record Chats(ChatEmitter emitter) implements ChatHandler<String> {

        @Override
        public String open(Chat.Room room, Handshake handshake) {
            return handshake.query("user").orElse("guest");
        }

        @Override
        public Optional<String> user(String name, Handshake handshake) {
            return Optional.of(name);
        }

        @Override
        public void join(Chat.Room room, ChatConnection<String> connection) {
            if (room.room().equals("closed")) {
                throw Refusal.forbidden("This room is closed.");
            }
        }

        @Override
        public void onSay(Chat.Say say, ChatConnection<String> from) {
            from.toRoom().said(say.tags().size(), from.state(), say.text(), Instant.EPOCH);
        }

        @Override
        public void onTyping(Chat.Typing typing, ChatConnection<String> from) {
            from.toOthers().typingNow(from.state(), typing.on());
            emitter.room(from.room())
                    .and(emitter.user("nobody"))
                    .except(from.id())
                    .announcement(emitter.room(from.room()).size() + " members");
        }
    }

    /** Rooms with state, ticks, and asks in both directions. */
    private static final class Lots implements AuctionRoom<String, AtomicInteger> {

        @Override
        public String open(Auction.Room room, Handshake handshake) {
            return handshake.query("user").orElse("guest");
        }

        @Override
        public AtomicInteger create(Auction.Room room) {
            return new AtomicInteger(100);
        }

        @Override
        public void joined(AtomicInteger highest, AuctionConnection<String> connection) {
            connection
                    .ask(new Auction.ConfirmAge("lot " + connection.room().lot()), Duration.ofMinutes(1))
                    .thenAccept(answer -> highest.addAndGet(answer.over18() ? 100 : 1));
        }

        @Override
        public Auction.Bid.Outcome onBid(Auction.Bid bid, AuctionConnection<String> from, AtomicInteger highest) {
            if (bid.cents() <= highest.get()) {
                return new Auction.Bid.TooLow(highest.get() + 1);
            }
            highest.set(bid.cents());
            return new Auction.Bid.Leading(1);
        }

        @Override
        public Duration tickEvery() {
            return Duration.ofMillis(5);
        }
    }

    /** A handler of a channel without a room in its path, which calls into a room of another channel. */
    private record Lobbies(AuctionRooms<String, AtomicInteger> auctions) implements LobbyHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "guest";
        }

        @Override
        public void onPost(Lobby.Post post, LobbyConnection<String> from) {
            long lot = Long.parseLong(post.content());
            auctions.call(new Auction.Room(lot), (highest, members) -> highest.get() + " by " + members.size())
                    .thenAccept(text -> from.toRoom().posted(from.state(), text));
        }

        @Override
        @Deprecated
        public void onShout(Lobby.Shout shout, LobbyConnection<String> from) {
            from.reply().shouted(shout.content());
        }
    }

    /** A channel on which only the server sends. */
    private static final class Feeds implements FeedHandler<Integer> {

        @Override
        public Integer open(Handshake handshake) {
            return 7;
        }

        @Override
        public void joined(String room, FeedConnection<Integer> connection) {
            connection.toRoom().tick(connection.state());
        }
    }

    /** A channel on which only clients send. */
    private static final class Cages implements Nested_CageHandler<String> {

        @Override
        public String open(Nested.Cage.Room room, Handshake handshake) {
            return "keeper";
        }

        @Override
        public void onFeed(Nested.Cage.Feed feed, Nested_CageConnection<String> from) {
            throw Refusal.conflict(feed.portions() + " are too many.");
        }

        @Override
        public void onLook(Nested.Cage.Look look, Nested_CageConnection<String> from) {}
    }
}
