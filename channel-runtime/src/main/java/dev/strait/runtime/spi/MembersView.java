package dev.strait.runtime.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of a room with state, as the application sees them; the superclass of generated classes. Safe for all
 * threads.
 *
 * @param <S> the state of a connection
 * @param <R> the room key
 * @param <O> the server's messages
 * @param <C> a connection, as the application sees it
 */
public abstract class MembersView<S, R, O, C> {

    private final RoomMembers<S, R, O> members;
    private final Function<? super ChannelConnection<S, R, O>, ? extends C> connection;

    /** For generated subclasses. */
    protected MembersView(
            RoomMembers<S, R, O> members, Function<? super ChannelConnection<S, R, O>, ? extends C> connection) {
        this.members = members;
        this.connection = connection;
    }

    /** Returns the key of the room. */
    public final R room() {
        return members.room();
    }

    /** Returns a snapshot of the members, in no particular order. */
    public final List<C> all() {
        return members.all().stream().<C>map(connection).toList();
    }

    /** Returns the member with this connection id. */
    public final Optional<C> find(String connectionId) {
        return members.find(connectionId).map(connection);
    }

    /** Returns the number of members. */
    public final int size() {
        return members.size();
    }

    /** Returns all members of the room, for generated subclasses to send to. */
    protected final Audience<O> audience() {
        return members.toRoom();
    }
}
