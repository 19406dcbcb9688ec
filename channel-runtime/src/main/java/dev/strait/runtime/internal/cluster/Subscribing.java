package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.internal.membership.Occupancy;

/** Holds the topics of the rooms and users of one channel that have a connection here. */
final class Subscribing implements Occupancy {

    private final Interest interest;
    private final String channel;

    Subscribing(Interest interest, String channel) {
        this.interest = interest;
        this.channel = channel;
    }

    @Override
    public void roomBegan(String room) {
        interest.keep(Topics.ofRoom(channel, room));
    }

    @Override
    public void roomEnded(String room) {
        interest.release(Topics.ofRoom(channel, room));
    }

    @Override
    public void userCame(String user) {
        interest.keep(Topics.ofUser(channel, user));
    }

    @Override
    public void userLeft(String user) {
        interest.release(Topics.ofUser(channel, user));
    }
}
