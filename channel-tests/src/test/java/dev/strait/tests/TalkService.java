package dev.strait.tests;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The handler of {@link Talk}, for all protocols. */
final class TalkService implements TalkHandler<String> {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Override
    public String open(Handshake handshake) {
        String user = handshake.query("user").orElse("nobody");
        if (user.equals("mallory")) {
            throw Refusal.forbidden("Not you.");
        }
        return user;
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return state.equals("nobody") ? Optional.empty() : Optional.of(state);
    }

    @Override
    public void join(String room, TalkConnection<String> connection) {
        if (room.startsWith("vip")) {
            throw Refusal.forbidden("For members.");
        }
        if (room.startsWith("broken")) {
            throw new IllegalStateException("a secret");
        }
    }

    @Override
    public void joined(String room, TalkConnection<String> connection) {
        calls.add(connection.state() + " joined " + room);
    }

    @Override
    public void left(String room, TalkConnection<String> connection) {
        calls.add(connection.state() + " left " + room);
    }

    @Override
    public void closed(TalkConnection<String> connection, CloseReason reason) {
        calls.add(connection.state() + " closed");
    }

    @Override
    public void onSay(Talk.Say say, TalkConnection<String> from) {
        if (say.content().equals("no")) {
            throw Refusal.conflict("Not now.");
        }
        from.toOthers().append(say.content(), from.state());
    }

    @Override
    public void onFence(Talk.Fence fence, TalkConnection<String> from) {
        from.reply().fenced(fence.number());
    }

    @Override
    public void onTrip(Talk.Trip trip, TalkConnection<String> from) {
        throw new IllegalStateException("a secret");
    }
}
