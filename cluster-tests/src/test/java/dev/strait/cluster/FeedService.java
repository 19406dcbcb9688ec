package dev.strait.cluster;

import dev.strait.runtime.Handshake;

/** Passes numbers on to the room. */
final class FeedService implements FeedHandler<String> {

    @Override
    public String open(Feed.Room room, Handshake handshake) {
        return "";
    }

    @Override
    public void onSay(Feed.Say say, FeedConnection<String> from) {
        from.toRoom().said(say.client(), say.number());
    }

    @Override
    public Feed.Check.Done onCheck(Feed.Check check, FeedConnection<String> from) {
        return new Feed.Check.Done();
    }
}
