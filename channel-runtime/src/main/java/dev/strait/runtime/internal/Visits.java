package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.spi.ChannelBinding;
import org.jspecify.annotations.Nullable;

/** How one connection comes into rooms and out of them, and how its handler and its client hear of it. */
final class Visits<S, R, I, O> {

    private static final ErrorAnswer TOO_MANY =
            ErrorAnswer.of("overloaded", "There are too many rooms to join another.");
    private static final CloseReason INVALID_ROOM = new CloseReason(1008, "Invalid room id");
    private static final CloseReason JOIN_FAILED = new CloseReason(1011, "Room join failed");

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

    /** The URL names a room; runs in the inbox, before anything that the client sends. */
    void joinAtOpen(String name) {
        join(null, name, true);
    }

    /** The client wants to join; runs in the inbox. */
    void join(@Nullable String correlation, String name) {
        join(correlation, name, false);
    }

    private void join(@Nullable String correlation, String name, boolean isAtOpen) {
        if (!connection.membership().isOpen()) {
            return;
        }
        R bound = connection.pathRoom();
        try {
            R key = bound == null ? codec.room(name) : bound;
            if (connection.membership().key(name) != null) {
                announceJoined(correlation, name);
            } else {
                connection.turns().take(connection, name, key, () -> joinInTurn(correlation, name, key, isAtOpen));
            }
        } catch (FrameException noSuchRoom) {
            refuse(correlation, ErrorAnswer.ofRoom(noSuchRoom, "/room"), isAtOpen ? INVALID_ROOM : null);
        }
    }

    private void joinInTurn(@Nullable String correlation, String name, R key, boolean isAtOpen) {
        if (!connection.membership().isOpen()) {
            return;
        }
        CloseReason failed = isAtOpen ? JOIN_FAILED : null;
        try {
            if (connection.membership().isFull()) {
                refuse(correlation, TOO_MANY, failed);
            } else {
                binding.join(key, connection.view(name, key));
                enter(correlation, name, key, failed);
            }
        } catch (Refusal refusal) {
            refuse(correlation, ErrorAnswer.of(refusal.code(), refusal.text()), failed);
        } catch (RuntimeException | Error unexpected) {
            connection.errors().internal(correlation, unexpected);
            closeFor(failed);
        }
    }

    private void enter(@Nullable String correlation, String name, R key, @Nullable CloseReason failed) {
        Telling telling = new Telling(() -> tellJoined(name, key));
        switch (connection.membership().join(name, key, telling)) {
            case NEW -> {
                announceJoined(correlation, name);
                if (!telling.isLater) {
                    greet(correlation, name, key);
                }
            }
            case ALREADY -> announceJoined(correlation, name);
            case TOO_MANY -> refuse(correlation, TOO_MANY, failed);
            case CLOSED -> {}
        }
    }

    /** Calls the handler. Whatever it throws, the connection is a member and stays. */
    private void greet(@Nullable String correlation, String name, R key) {
        try {
            binding.joined(key, connection.view(name, key));
        } catch (Refusal refusal) {
            connection.errors().send(correlation, ErrorAnswer.of(refusal.code(), refusal.text()));
        } catch (RuntimeException | Error unexpected) {
            connection.errors().internal(correlation, unexpected);
        }
    }

    /** Answers, and closes where the protocol has no connection without its rooms. */
    private void refuse(@Nullable String correlation, ErrorAnswer answer, @Nullable CloseReason failed) {
        connection.errors().send(correlation, answer);
        closeFor(failed);
    }

    private void closeFor(@Nullable CloseReason failed) {
        if (failed != null && connection.protocol().rules().closesWithoutRooms()) {
            connection.close(failed);
        }
    }

    /** The client wants to leave; runs in the inbox. */
    void leave(@Nullable String correlation, String name) {
        R key = connection.membership().key(name);
        Telling telling = new Telling(() -> tellLeft(name, key));
        if (key == null || !connection.membership().leave(name, left -> telling.run())) {
            if (connection.protocol().rules().refusesToLeaveTwice()) {
                connection
                        .errors()
                        .send(correlation, ErrorAnswer.of("not-joined", "This connection is not in that room."));
            }
            return;
        }
        connection.send(connection.protocol().left(correlation, name));
        if (!telling.isLater) {
            tellLeft(name, key);
        }
    }

    /**
     * Tells the handler of a join or a leave by the client: at once, unless it is to be told of others by the server before,
     * so that it hears of all in their order. Runs under the membership's lock.
     */
    private final class Telling implements Runnable {

        private final Runnable event;
        boolean isLater;

        Telling(Runnable event) {
            this.event = event;
        }

        @Override
        public void run() {
            isLater = !connection.membership().isAllTold();
            if (isLater) {
                tellLater(event);
            }
        }
    }

    /** Tells the handler by an event, under the membership's lock. */
    private void tellLater(Runnable event) {
        connection.membership().isToBeTold();
        connection.inbox().addEvent(() -> {
            connection.membership().isTold();
            event.run();
        });
    }

    /** The server makes it join; any thread. The handler hears of it in its turn. */
    boolean joinByServer(String name) {
        R key = codec.room(name);
        Runnable event = () -> tellJoined(name, key);
        if (connection.membership().join(name, key, () -> tellLater(event)) != Membership.Join.NEW) {
            return false;
        }
        announceJoined(null, name);
        connection.inbox().runEvents();
        return true;
    }

    /** The server takes it out; any thread. The handler hears of it in its turn. */
    boolean leaveByServer(String name) {
        boolean isLeft = connection.membership().leave(name, key -> tellLater(() -> tellLeft(name, key)));
        if (isLeft) {
            connection.send(connection.protocol().left(null, name));
            connection.inbox().runEvents();
        }
        return isLeft;
    }

    /** Tells the handler; runs in the inbox. */
    private void tellJoined(String name, R key) {
        tell(name, key, () -> binding.joined(key, connection.view(name, key)));
    }

    /** Tells the handler; runs in the inbox. */
    void tellLeft(String name, R key) {
        tell(name, key, () -> binding.left(key, connection.view(name, key)));
    }

    private void tell(String name, R key, Runnable call) {
        connection.turns().take(connection, name, key, () -> connection.call(call));
    }

    /** Where the path binds the room there is nothing to announce: the client named it. */
    private void announceJoined(@Nullable String correlation, String name) {
        if (!isPathBound) {
            connection.send(connection.protocol().joined(correlation, name));
        }
    }
}
