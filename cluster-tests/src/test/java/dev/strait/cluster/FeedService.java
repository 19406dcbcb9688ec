package dev.strait.cluster;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.util.Optional;
import java.util.stream.IntStream;

/** Passes numbers on to the room. The state of a connection is the name of its user. */
final class FeedService implements FeedHandler<String> {

    /** Each fifth message goes to a union, which reaches other nodes by several topics. */
    private static final int UNION_INTERVAL = 5;

    private final FeedEmitter feed;

    FeedService(ChannelHub hub) {
        this.feed = FeedEmitter.of(hub);
    }

    static String userOf(int client) {
        return "client-" + client;
    }

    @Override
    public String open(Feed.Room room, Handshake handshake) {
        return handshake.query("user").orElse("");
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void onSay(Feed.Say say, FeedConnection<String> from) {
        FeedSender.Target target = from.toRoom();
        if (say.number() % UNION_INTERVAL == 0) {
            int first = say.client() / Crowd.ROOM_SIZE * Crowd.ROOM_SIZE;
            target = target.and(feed.users(IntStream.range(first, first + Crowd.ROOM_SIZE)
                    .mapToObj(FeedService::userOf)
                    .toList()));
        }
        target.said(say.client(), say.number());
    }

    @Override
    public Feed.Check.Done onCheck(Feed.Check check, FeedConnection<String> from) {
        return new Feed.Check.Done();
    }
}
