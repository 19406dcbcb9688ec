package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.json.FrameException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handler's first and last calls for one connection. All methods run in the connection's inbox, so nothing here needs a
 * lock.
 */
final class HandlerSession<S, R, I, O> {

    private static final String OPEN_FAILED = "open failed";

    private final LiveConnection<S, R, I, O> connection;

    /** The room in the path, if there is one. */
    private @Nullable R pathRoom;
    /** The handler's open has returned, so its closed is due. */
    private boolean isOpened;
    /** Listeners know that the connection is open. */
    private boolean isAdmitted;
    /** The handler's last calls have begun. */
    private boolean isEnding;

    HandlerSession(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
    }

    /** Returns the room in the path; null if there is none. */
    @Nullable
    R pathRoom() {
        return pathRoom;
    }

    /** Whether it is too late to handle a message. */
    boolean isEnding() {
        return isEnding;
    }

    /** Records what the handler's open has returned. Before {@link #open} if the handler decided about the handshake. */
    void opened(Opening<S, R> opening) {
        pathRoom = opening.room();
        isOpened = true;
        connection.setState(opening.state());
        connection.setHandshake(opening.handshake());
    }

    /** Calls open and user unless they were called before, then admits the connection and joins its first rooms. */
    void open() {
        if (connection.membership().isClosed()) {
            return;
        }
        Served<S, R, I, O> served = connection.served();
        try {
            if (!isOpened) {
                Opening<S, R> opening = Opening.call(served, connection.id(), connection.handshake());
                opened(opening);
                connection.setUser(opening.user(served));
            }
        } catch (CallFailedException failure) {
            connection.errors().failed(null, failure);
            connection.close(closeReason(failure, OPEN_FAILED));
            return;
        } catch (FrameException noSuchRoom) {
            connection.errors().send(null, ErrorAnswer.ofRoom(noSuchRoom, ""));
            connection.close(new CloseReason(1008, "invalid room"));
            return;
        } catch (Throwable unexpected) { // the constructor of the room key
            connection.errors().internal(null, unexpected);
            connection.close(new CloseReason(1011, OPEN_FAILED));
            return;
        }
        connection.user().ifPresentOrElse(this::admit, () -> new UserLimit(connection, this::admitted).admit());
    }

    /** Once the connection is admitted, it misses nothing that is sent to its user. */
    private void admit(String user) {
        Confirmation.await(connection, connection.channel().holdUser(user), () -> {
            try {
                new UserLimit(connection, this::admitted).admit();
            } finally {
                connection.channel().releaseUser(user);
            }
        });
    }

    private void admitted() {
        isAdmitted = true;
        connection.lifecycle().open();
        foreign().notifyListeners(listener -> listener.opened(connection.info()));
        connection.send(connection.protocol().opened(connection.id()));
        List<String> rooms = connection.served().roomsAtOpen(connection.handshake());
        if (!rooms.isEmpty() && !connection.channel().contract().hasRooms()) {
            connection.errors().send(null, ErrorAnswer.NO_ROOMS);
            return;
        }
        connection.membership().expectRooms(rooms.size());
        if (!connection.channel().contract().isPathBound() && !rooms.isEmpty()) {
            connection.inbound().countJoins(rooms.size());
        }
        rooms.forEach(name ->
                connection.inbox().addEvent(() -> RoomJoins.of(connection).joinAtOpen(name)));
    }

    /**
     * Returns why a connection closes that the application did not admit.
     *
     * @param failed the text if the application failed instead
     */
    static CloseReason closeReason(CallFailedException failure, String failed) {
        return failure.refusal().map(HandlerSession::closeReason).orElseGet(() -> new CloseReason(1011, failed));
    }

    private static CloseReason closeReason(Refusal refusal) {
        return switch (refusal.code()) {
            case "unauthenticated" -> new CloseReason(4401, "unauthenticated");
            case "forbidden" -> new CloseReason(4403, "forbidden");
            case "overloaded" -> new CloseReason(1013, "try again later");
            default -> new CloseReason(1008, "refused");
        };
    }

    /** Reports to the handler that the connection has left its rooms and has closed. */
    void end(CloseReason reason) {
        isEnding = true;
        if (isOpened) {
            RoomJoins<S, R, I, O> joins = RoomJoins.of(connection);
            connection
                    .membership()
                    .rooms()
                    .forEach((name, key) -> connection.inbox().addEvent(() -> joins.reportLeft(name, key)));
        }
        connection.inbox().addEvent(() -> closed(reason)); // after the calls of all rooms
    }

    private void closed(CloseReason reason) {
        if (isOpened) {
            foreign().closed(connection.served().binding(), view(), reason);
        }
        if (isAdmitted) {
            foreign().notifyListeners(listener -> listener.closed(connection.info(), reason));
        }
        connection.handlerDone();
    }

    /** Returns the connection in the room of the path, or in none. */
    RoomView<S, R, I, O> view() {
        String name = pathRoom == null ? null : connection.served().roomOf(connection.handshake());
        return connection.view(name, pathRoom);
    }

    private ForeignCode foreign() {
        return connection.served().environment().foreign();
    }
}
