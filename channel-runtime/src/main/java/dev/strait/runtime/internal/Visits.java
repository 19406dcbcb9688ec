package dev.strait.runtime.internal;

import dev.strait.runtime.Refusal;
import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.internal.Protocol.ErrorAnswer;
import dev.strait.runtime.spi.ChannelBinding;
import org.jspecify.annotations.Nullable;

/** How one connection comes into rooms and out of them, and how its handler and its client hear of it. */
final class Visits<S, R, I, O> {

    private final LiveConnection<S, R, I, O> connection;
    private final ChannelBinding<S, R, I, O> binding;
    private final ChannelCodec<R, I, O> codec;
    private final boolean isPathBound;

    Visits(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
        this.binding = connection.binding();
        this.codec = connection.channel().contract().codec();
        this.isPathBound = connection.channel().contract().isPathBound();
    }

    /** The client wants to join, by a frame or by its URL; runs in the inbox. */
    void join(@Nullable String correlation, String name) {
        Membership<R> membership = connection.membership();
        if (!membership.isOpen()) {
            return;
        }
        try {
            R bound = connection.pathRoom();
            R key = bound == null ? codec.room(name) : bound;
            if (membership.key(name) != null) {
                announceJoined(correlation, name);
            } else if (membership.isFull()) {
                tooMany(correlation);
            } else {
                binding.join(key, connection.view(name, key));
                enter(correlation, name, key);
            }
        } catch (FrameException noSuchRoom) {
            connection.errors().send(correlation, ErrorAnswer.ofRoom(noSuchRoom, "/room"));
        } catch (Refusal refusal) {
            connection.errors().send(correlation, ErrorAnswer.of(refusal.code(), refusal.text()));
        } catch (RuntimeException | Error unexpected) {
            connection.errors().internal(correlation, unexpected);
        }
    }

    private void enter(@Nullable String correlation, String name, R key) {
        switch (connection.membership().join(name, key, () -> {})) {
            case NEW -> {
                announceJoined(correlation, name);
                binding.joined(key, connection.view(name, key));
            }
            case ALREADY -> announceJoined(correlation, name);
            case TOO_MANY -> tooMany(correlation);
            case CLOSED -> {}
        }
    }

    /** The client wants to leave; runs in the inbox. */
    void leave(@Nullable String correlation, String name) {
        R key = connection.membership().key(name);
        if (key == null || !connection.membership().leave(name, left -> {})) {
            connection.errors().send(correlation, ErrorAnswer.of("not-joined", "This connection is not in that room."));
            return;
        }
        connection.send(connection.protocol().left(correlation, name));
        connection.call(() -> binding.left(key, connection.view(name, key)));
    }

    /** The server makes it join; any thread. The handler hears of it in its turn. */
    boolean joinByServer(String name) {
        R key = codec.room(name);
        Runnable event = () -> connection.call(() -> binding.joined(key, connection.view(name, key)));
        if (connection.membership().join(name, key, () -> connection.inbox().addEvent(event)) != Membership.Join.NEW) {
            return false;
        }
        announceJoined(null, name);
        connection.inbox().runEvents();
        return true;
    }

    /** The server takes it out; any thread. The handler hears of it in its turn. */
    boolean leaveByServer(String name) {
        boolean isLeft = connection
                .membership()
                .leave(
                        name,
                        key -> connection
                                .inbox()
                                .addEvent(() -> connection.call(() -> binding.left(key, connection.view(name, key)))));
        if (isLeft) {
            connection.send(connection.protocol().left(null, name));
            connection.inbox().runEvents();
        }
        return isLeft;
    }

    /** Where the path binds the room there is nothing to announce: the client named it. */
    private void announceJoined(@Nullable String correlation, String name) {
        if (!isPathBound) {
            connection.send(connection.protocol().joined(correlation, name));
        }
    }

    private void tooMany(@Nullable String correlation) {
        String text = "There are too many rooms to join another.";
        connection.errors().send(correlation, ErrorAnswer.of("overloaded", text));
    }
}
