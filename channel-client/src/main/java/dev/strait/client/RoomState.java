package dev.strait.client;

/** The state of a room, as a client sees it. */
public sealed interface RoomState {

    /** The server has not let the client in yet, or not again after a reconnect. */
    record Joining() implements RoomState {}

    /** The client is a member. */
    record Joined() implements RoomState {}

    /** The client has left, or the server has removed it. */
    record Left() implements RoomState {}

    /**
     * The server has refused to let the client in.
     *
     * @param error the error of the server
     */
    record Refused(ClientException error) implements RoomState {}

    /**
     * The client is closed.
     *
     * @param reason why
     */
    record Closed(ClientState.Reason reason) implements RoomState {}
}
