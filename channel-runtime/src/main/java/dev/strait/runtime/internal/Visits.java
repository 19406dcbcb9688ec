package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.ChannelCodec;
import org.jspecify.annotations.Nullable;

/** How one connection comes into rooms and out of them, and how its handler and its client hear of it. */
final class Visits<S, R, I, O> {

    private static final ErrorAnswer TOO_MANY =
            ErrorAnswer.of("overloaded", "There are too many rooms to join another.");
    private static final CloseReason INVALID_ROOM = new CloseReason(1008, "Invalid room id");
    private static final CloseReason JOIN_FAILED = new CloseReason(1011, "Room join failed");

    private final LiveConnection<S, R, I, O> connection;
    private final ChannelBinding<S, R, I, O> binding;
    private final ForeignCode foreign;
    private final ChannelCodec<R, I, O> codec;
    private final boolean isPathBound;

    Visits(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
        this.binding = connection.binding();
        this.foreign = connection.foreign();
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
            Answer joined = new Answer(joinedFrame(correlation, name));
            if (connection.membership().isMember(name, joined)) {
                joined.end();
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
                foreign.join(binding, key, connection.view(name, key));
                enter(correlation, name, key, failed);
            }
        } catch (CallFailedException failure) {
            connection.errors().failed(correlation, failure);
            closeFor(failed);
        }
    }

    private void enter(@Nullable String correlation, String name, R key, @Nullable CloseReason failed) {
        TextFrame frame = joinedFrame(correlation, name);
        Answer already = new Answer(frame);
        Change change = new Change(frame, () -> inTurn(name, key, () -> greet(correlation, name, key)), false);
        Membership.Join outcome = connection.membership().join(name, key, change, already);
        if (outcome == Membership.Join.TOO_MANY) {
            refuse(correlation, TOO_MANY, failed);
        }
        already.end();
        change.end();
        if (change.isToldNow()) {
            greet(correlation, name, key);
        }
    }

    /** Calls the handler. Whatever it throws, the connection is a member and stays. */
    private void greet(@Nullable String correlation, String name, R key) {
        try {
            foreign.joined(binding, key, connection.view(name, key));
        } catch (CallFailedException failure) {
            connection.errors().failed(correlation, failure);
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
        if (key == null || !leave(correlation, name, key)) {
            if (connection.protocol().rules().refusesToLeaveTwice()) {
                connection
                        .errors()
                        .send(correlation, ErrorAnswer.of("not-joined", "This connection is not in that room."));
            }
        }
    }

    private boolean leave(@Nullable String correlation, String name, R key) {
        TextFrame frame = connection.protocol().left(correlation, name);
        Change change = new Change(frame, () -> tellLeft(name, key), false);
        boolean isLeft = connection.membership().leave(name, left -> change.run());
        change.end();
        if (change.isToldNow()) {
            tellLeft(name, key);
        }
        return isLeft;
    }

    /** The server makes it join; any thread. The handler hears of it in its turn. */
    boolean joinByServer(String name) {
        R key = codec.room(name);
        Change change = new Change(joinedFrame(null, name), () -> tellJoined(name, key), true);
        boolean isNew = connection.membership().join(name, key, change, () -> {}) == Membership.Join.NEW;
        change.end();
        connection.inbox().runEvents();
        return isNew;
    }

    /** The server takes it out; any thread. The handler hears of it in its turn. */
    boolean leaveByServer(String name) {
        R key = codec.room(name);
        Change change = new Change(connection.protocol().left(null, name), () -> tellLeft(name, key), true);
        boolean isLeft = connection.membership().leave(name, left -> change.run());
        change.end();
        connection.inbox().runEvents();
        return isLeft;
    }

    /** A frame that is offered under the membership's lock, so that the client hears of its rooms in their order. */
    private class Answer implements Runnable {

        private final @Nullable TextFrame frame;
        private boolean isNotTaken;

        Answer(@Nullable TextFrame frame) {
            this.frame = frame;
        }

        /** Under the lock. */
        @Override
        public void run() {
            isNotTaken = frame != null && connection.offer(frame) != Outbox.Offer.QUEUED;
        }

        /** After the lock. */
        final void end() {
            if (isNotTaken && frame != null) {
                connection.notTaken(frame.type());
            }
        }
    }

    /**
     * A join or a leave, of which the client and the handler hear. The handler is told by an event if the server did it, or
     * if others are still to be told of before; otherwise at once, by the client's own task.
     */
    private final class Change extends Answer {

        private final Runnable event;
        private final boolean isByServer;
        private boolean isDone;
        private boolean isToldLater;

        Change(@Nullable TextFrame frame, Runnable event, boolean isByServer) {
            super(frame);
            this.event = event;
            this.isByServer = isByServer;
        }

        @Override
        public void run() {
            super.run();
            Membership<R> membership = connection.membership();
            isDone = true;
            isToldLater = isByServer || !membership.isAllTold();
            if (isToldLater) {
                membership.isToBeTold();
                connection.inbox().addEvent(() -> {
                    membership.isTold();
                    event.run();
                });
            }
        }

        boolean isToldNow() {
            return isDone && !isToldLater;
        }
    }

    /** Tells the handler; runs in the inbox. */
    private void tellJoined(String name, R key) {
        inTurn(name, key, () -> {
            try {
                foreign.joined(binding, key, connection.view(name, key));
            } catch (CallFailedException failure) {
                foreign.failed("joined", binding, connection.id(), failure.thrown());
            }
        });
    }

    /** Tells the handler; runs in the inbox. */
    void tellLeft(String name, R key) {
        inTurn(name, key, () -> foreign.left(binding, key, connection.view(name, key)));
    }

    private void inTurn(String name, R key, Runnable call) {
        connection.turns().take(connection, name, key, call);
    }

    /** Where the path binds the room there is nothing to announce: the client named it. */
    private @Nullable TextFrame joinedFrame(@Nullable String correlation, String name) {
        return isPathBound ? null : connection.protocol().joined(correlation, name);
    }
}
