package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.protocol.ProtocolRules.DefaultRoom;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.Selection;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A connection as a handler sees it: in the room of a message, or in none. */
final class RoomView<S, R, I, O> implements ChannelConnection<S, R, O> {

    private final LiveConnection<S, R, I, O> connection;
    private final @Nullable String name;
    private final @Nullable R key;

    RoomView(LiveConnection<S, R, I, O> connection, @Nullable String name, @Nullable R key) {
        this.connection = connection;
        this.name = name;
        this.key = key;
    }

    @Override
    public String id() {
        return connection.id();
    }

    @Override
    public S state() {
        return connection.state();
    }

    @Override
    public Optional<String> user() {
        return connection.user();
    }

    @Override
    public Handshake handshake() {
        return connection.handshake();
    }

    @Override
    public R room() {
        if (key == null) {
            throw noRoom();
        }
        return key;
    }

    @Override
    public Set<R> rooms() {
        return new LinkedHashSet<>(connection.membership().rooms().values());
    }

    @Override
    public Audience<O> reply() {
        return connection.channel().audience(Selection.ofConnections(Set.of(id())));
    }

    @Override
    public Audience<O> toEveryone() {
        return connection.channel().audience(Selection.ofEveryone());
    }

    @Override
    public Audience<O> toOthers() {
        boolean hasRooms = connection.channel().contract().hasRooms();
        return (hasRooms ? toRoom() : toEveryone()).except(id());
    }

    @Override
    public Audience<O> toRoom() {
        if (name == null) {
            throw connection.protocol().rules().defaultRoom() == DefaultRoom.ONLY_OR_NONE ? ambiguousRoom() : noRoom();
        }
        return connection.channel().audience(Selection.ofRooms(Set.of(name)));
    }

    @Override
    public <A> CompletionStage<A> ask(O message, Duration timeout) {
        return connection.ask(message, timeout);
    }

    @Override
    public CompletionStage<Void> writable() {
        return connection.writable();
    }

    @Override
    public boolean join(R room) {
        return connection.joinByServer(nameOf(room));
    }

    @Override
    public boolean leave(R room) {
        return connection.leaveByServer(nameOf(room));
    }

    @Override
    public boolean close(CloseReason reason) {
        return connection.close(reason.requireSendable());
    }

    /** Returns the id, the user and the room, for logs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("connection ").append(id());
        user().ifPresent(user -> text.append(", user ").append(user));
        if (name != null) {
            text.append(", room ").append(name);
        }
        return text.toString();
    }

    private String nameOf(R room) {
        return connection.channel().contract().codec().roomName(room);
    }

    /** For protocols that deliver messages without a room. */
    private Refusal ambiguousRoom() {
        return connection.membership().isInRooms()
                ? Refusal.of("room-required", "Set $room: this connection is in several rooms.")
                : Refusal.of("not-joined", "Join a room first.");
    }

    private IllegalStateException noRoom() {
        return new IllegalStateException("Connection " + id()
                + " has no room here: it is in no room, or in several and the message does not set $room.");
    }
}
