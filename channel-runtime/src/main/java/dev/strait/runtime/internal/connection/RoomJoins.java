package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.membership.Membership;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.internal.protocol.ProtocolRules.WithoutRooms;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.ChannelCodec;
import org.jspecify.annotations.Nullable;

/** Joins and leaves of one connection, by its client or by the server, and their reports to the handler and the client. */
final class RoomJoins<S, R, I, O> {

    private static final ErrorAnswer TOO_MANY = ErrorAnswer.of("overloaded", "The maximum number of rooms is reached.");
    private static final CloseReason INVALID_ROOM = new CloseReason(1008, "Invalid room id");
    private static final CloseReason JOIN_FAILED = new CloseReason(1011, "Room join failed");
    private static final CloseReason NODE_FULL = new CloseReason(1013, "try again later");

    private final LiveConnection<S, R, I, O> connection;
    private final Served<S, R, I, O> served;

    private RoomJoins(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
        this.served = connection.served();
    }

    static <S, R, I, O> RoomJoins<S, R, I, O> of(LiveConnection<S, R, I, O> connection) {
        return new RoomJoins<>(connection);
    }

    /** Joins a room that the URL names. Runs in the inbox, before anything that the client sends. */
    void joinAtOpen(String name) {
        join(null, name, true);
    }

    /** Joins at the request of the client. Runs in the inbox. */
    void join(@Nullable String correlation, String name) {
        join(correlation, name, false);
    }

    private void join(@Nullable String correlation, String name, boolean isAtOpen) {
        if (!connection.membership().isOpen()) {
            return;
        }
        R bound = connection.session().pathRoom();
        try {
            R key = bound == null ? codec().room(name) : bound;
            boolean isMember =
                    connection.membership().runIfMember(name, () -> connection.send(joinedFrame(correlation, name)));
            if (!isMember) {
                inRoom(name, key, () -> joinInRoom(correlation, name, key, isAtOpen));
            }
        } catch (FrameException noSuchRoom) {
            refuse(correlation, ErrorAnswer.ofRoom(noSuchRoom, "/room"), isAtOpen ? INVALID_ROOM : null);
        }
    }

    private void joinInRoom(@Nullable String correlation, String name, R key, boolean isAtOpen) {
        if (!connection.membership().isOpen()) {
            return;
        }
        try {
            if (connection.membership().isFull()) {
                refuse(correlation, TOO_MANY, isAtOpen ? fullReason() : null);
            } else {
                foreign().join(binding(), key, connection.view(name, key));
                enterWhenHeld(correlation, name, key, isAtOpen);
            }
        } catch (CallFailedException failure) {
            connection.errors().failed(correlation, failure);
            closeIfRequired(isAtOpen ? failedReason(failure) : null);
        }
    }

    private CloseReason fullReason() {
        return isPathBound() ? NODE_FULL : JOIN_FAILED;
    }

    /** Returns why a connection closes whose first room could not be joined. */
    private CloseReason failedReason(CallFailedException failure) {
        return isPathBound() ? HandlerSession.closeReason(failure, "join failed") : JOIN_FAILED;
    }

    /** Once the connection is a member, it misses nothing that other nodes send to the room. */
    private void enterWhenHeld(@Nullable String correlation, String name, R key, boolean isAtOpen) {
        Confirmation.await(connection, served.channel().holdRoom(name), () -> {
            try {
                enter(correlation, name, key, isAtOpen);
            } finally {
                served.channel().releaseRoom(name);
            }
        });
    }

    private void enter(@Nullable String correlation, String name, R key, boolean isAtOpen) {
        TextFrame frame = joinedFrame(correlation, name);
        RoomChange change =
                RoomChange.byClient(connection, frame, () -> inRoom(name, key, () -> greet(correlation, name, key)));
        Membership.Join outcome = connection.membership().join(name, key, change, () -> connection.send(frame));
        if (outcome == Membership.Join.TOO_MANY) {
            refuse(correlation, TOO_MANY, isAtOpen ? fullReason() : null);
        }
        if (change.tryReportNow()) {
            greet(correlation, name, key);
        }
    }

    /** Calls the handler. Whatever it throws, the connection stays a member. */
    private void greet(@Nullable String correlation, String name, R key) {
        notifyJoined(name);
        try {
            foreign().joined(binding(), key, connection.view(name, key));
        } catch (CallFailedException failure) {
            connection.errors().failed(correlation, failure);
        }
    }

    /** Answers with an error, and closes if there can be no connection without a room. */
    private void refuse(@Nullable String correlation, ErrorAnswer answer, @Nullable CloseReason failed) {
        connection.errors().send(correlation, answer);
        closeIfRequired(failed);
    }

    private void closeIfRequired(@Nullable CloseReason failed) {
        boolean needsRoom = isPathBound() || connection.protocol().rules().withoutRooms() == WithoutRooms.CLOSE;
        if (failed != null && needsRoom) {
            connection.close(failed);
        }
    }

    private boolean isPathBound() {
        return served.channel().contract().isPathBound();
    }

    /**
     * Leaves at the request of the client. Runs in the inbox. Leaving a room that the connection is not in changes nothing,
     * and is answered only if the client waits for the answer.
     */
    void leave(@Nullable String correlation, String name) {
        R key = connection.membership().key(name);
        boolean isLeft = key != null && leave(correlation, name, key);
        if (!isLeft && correlation != null) {
            connection.send(connection.protocol().left(correlation, name));
        }
    }

    private boolean leave(@Nullable String correlation, String name, R key) {
        TextFrame frame = connection.protocol().left(correlation, name);
        RoomChange change = RoomChange.byClient(connection, frame, () -> reportLeft(name, key));
        boolean isLeft = connection.membership().leave(name, left -> change.run());
        if (change.tryReportNow()) {
            reportLeft(name, key);
        }
        return isLeft;
    }

    /** Joins without asking the handler. Any thread. Returns whether the connection became a member. */
    boolean joinByServer(String name) {
        R key = codec().room(name);
        RoomChange change = RoomChange.byServer(connection, joinedFrame(null, name), () -> reportJoined(name, key));
        boolean isNew = connection.membership().join(name, key, change, () -> {}) == Membership.Join.NEW;
        return isNew;
    }

    /** Leaves at the request of the server. Any thread. Returns whether the connection was a member. */
    boolean leaveByServer(String name) {
        R key = codec().room(name);
        RoomChange change =
                RoomChange.byServer(connection, connection.protocol().left(null, name), () -> reportLeft(name, key));
        boolean isLeft = connection.membership().leave(name, left -> change.run());
        return isLeft;
    }

    /** Calls the handler. Runs in the inbox. */
    private void reportJoined(String name, R key) {
        inRoom(name, key, () -> {
            notifyJoined(name);
            try {
                foreign().joined(binding(), key, connection.view(name, key));
            } catch (CallFailedException failure) {
                foreign().failed("joined", binding(), connection.id(), failure.thrown());
            }
        });
    }

    /** Calls the handler. Runs in the inbox. */
    void reportLeft(String name, R key) {
        inRoom(name, key, () -> {
            foreign().notifyListeners(listener -> listener.left(connection.info(), name));
            foreign().left(binding(), key, connection.view(name, key));
        });
    }

    private void notifyJoined(String name) {
        foreign().notifyListeners(listener -> listener.joined(connection.info(), name));
    }

    private void inRoom(String name, R key, Runnable call) {
        served.serialExecutor().execute(connection.inbox(), connection.roomQuota(), name, key, call);
    }

    /** A client knows that it is in the room that its path names. */
    private @Nullable TextFrame joinedFrame(@Nullable String correlation, String name) {
        return isPathBound() ? null : connection.protocol().joined(correlation, name);
    }

    private ChannelCodec<R, I, O> codec() {
        return served.channel().contract().codec();
    }

    private ChannelBinding<S, R, I, O> binding() {
        return served.binding();
    }

    private ForeignCode foreign() {
        return served.environment().foreign();
    }
}
