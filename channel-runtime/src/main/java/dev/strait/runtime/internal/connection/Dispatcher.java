package dev.strait.runtime.internal.connection;

import dev.strait.Ask;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.membership.Membership;
import dev.strait.runtime.internal.protocol.AskFrames;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import dev.strait.runtime.internal.protocol.Inbound;
import dev.strait.runtime.internal.protocol.ProtocolRules.DefaultRoom;
import dev.strait.runtime.internal.protocol.Ready;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.Relay;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does what a client's frame asks for: it finds the room, calls the handler, and answers. Runs in the connection's inbox,
 * in the order in which frames arrived.
 */
final class Dispatcher<S, R, I, O> {

    private static final ErrorAnswer NO_ROOM = ErrorAnswer.of("not-joined", "Join a room first.");
    private static final ErrorAnswer NOT_JOINED = ErrorAnswer.of("not-joined", "This connection is not in that room.");
    private static final ErrorAnswer ROOM_REQUIRED =
            ErrorAnswer.of("room-required", "Set $room: this connection is in several rooms.");

    private final LiveConnection<S, R, I, O> connection;

    Dispatcher(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
    }

    void dispatch(Inbound<I> inbound) {
        switch (inbound.kind()) {
            case HELLO -> ready(inbound.id());
            case AUTH -> authenticate(inbound);
            case JOIN -> RoomJoins.of(connection).join(inbound.id(), String.valueOf(inbound.room()));
            case LEAVE -> RoomJoins.of(connection).leave(inbound.id(), String.valueOf(inbound.room()));
            case MESSAGE -> message(inbound);
            case RELAY -> relay(String.valueOf(inbound.room()), inbound.payload());
            case PING, IGNORED -> throw new AssertionError("These do not reach the inbox.");
        }
    }

    /** Answered here, because the user is known here. */
    private void ready(@Nullable String id) {
        if (connection.membership().isOpen()) {
            Served<S, R, I, O> served = connection.served();
            Ready ready = new Ready(
                    connection.id(),
                    connection.user(),
                    connection.channel().contract().fingerprint(),
                    served.maxMessageBytes(),
                    served.limits().maxMessagesPerSecond());
            connection.send(connection.protocol().ready(id, ready));
        }
    }

    private void authenticate(Inbound<I> inbound) {
        try {
            if (!connection.session().isEnding() && connection.membership().isOpen()) {
                new Reauthentication<>(connection).judge(inbound.id(), String.valueOf(inbound.token()));
            }
        } finally {
            connection.requireExpiry().tokenJudged();
        }
    }

    private void message(Inbound<I> inbound) {
        if (connection.session().isEnding()) {
            return;
        }
        if (!isAllowed(inbound.message())) {
            connection.errors().send(inbound.id(), ErrorAnswer.of(FrameException.forbidden()));
            return;
        }
        if (!connection.channel().contract().hasRooms()) {
            receive(inbound, null, null);
            return;
        }
        DefaultRoom defaultRoom = connection.protocol().rules().defaultRoom();
        Membership<R, LiveConnection<?, ?, ?, ?>> membership = connection.membership();
        String named = inbound.room();
        String name = named != null
                ? named
                : defaultRoom == DefaultRoom.FIRST ? membership.firstRoom() : membership.onlyRoom();
        R key = name == null ? null : membership.key(name);
        if (name != null && key != null) {
            connection
                    .served()
                    .serialExecutor()
                    .execute(connection.inbox(), connection.roomQuota(), name, key, () -> receive(inbound, name, key));
        } else if (name == null
                && defaultRoom == DefaultRoom.ONLY_OR_NONE
                && !connection.served().hasRoomStates()) {
            receive(inbound, null, null);
        } else if (name == null && membership.isInRooms()) {
            connection.errors().send(inbound.id(), ROOM_REQUIRED);
        } else {
            connection.errors().send(inbound.id(), name == null ? NO_ROOM : NOT_JOINED);
        }
    }

    /** With the identity of now: a token may have been judged since the message was read. */
    private boolean isAllowed(I message) {
        Set<String> roles = connection.channel().contract().rolesFor(message);
        return roles.isEmpty() || roles.stream().anyMatch(connection.handshake()::hasRole);
    }

    private void relay(String room, Inbound.Payload payload) {
        if (connection.session().isEnding()) {
            return;
        }
        if (connection.membership().key(room) == null) {
            connection.errors().send(null, NOT_JOINED);
            return;
        }
        received("broadcast");
        try {
            connection.channel().relay(new Relay(room, connection.id(), payload.json(), payload.message()));
        } catch (Throwable unexpected) { // an accessor of the message, or the backplane
            connection.errors().internal(null, unexpected);
        }
    }

    private void receive(Inbound<I> inbound, @Nullable String name, @Nullable R key) {
        if (!foreign().hasListeners()) {
            handle(inbound, name, key);
            return;
        }
        String type = connection.channel().contract().codec().typeOfToServer(inbound.message());
        ConnectionInfo info = connection.info(); // once, because it is a copy
        foreign().notifyListeners(listener -> listener.received(info, type));
        long start = connection.environment().now();
        Optional<String> error = handle(inbound, name, key);
        Duration time = Duration.ofNanos(connection.environment().now() - start);
        foreign().notifyListeners(listener -> listener.handled(info, type, time, error));
    }

    /** Returns the code of the error, if there was one. */
    private Optional<String> handle(Inbound<I> inbound, @Nullable String name, @Nullable R key) {
        I message = inbound.message();
        try {
            Object answer = foreign()
                    .receive(connection.served().binding(), message, connection.view(name, key), name, inbound.trace());
            if (message instanceof Ask<?>) {
                answer(inbound.id(), message, Objects.requireNonNull(answer));
            }
            return Optional.empty();
        } catch (CallFailedException failure) {
            connection.errors().failed(inbound.id(), failure);
            return Optional.of(failure.refusal().map(Refusal::code).orElse(ErrorAnswers.INTERNAL));
        } catch (Throwable unexpected) { // an accessor of the answer
            connection.errors().internal(inbound.id(), unexpected);
            return Optional.of(ErrorAnswers.INTERNAL);
        }
    }

    private void received(String type) {
        foreign().notifyListeners(listener -> listener.received(connection.info(), type));
    }

    /** An ask without an id gets no answer. */
    private void answer(@Nullable String id, I asked, Object answer) {
        if (id != null) {
            AskFrames<I, O> frames =
                    Objects.requireNonNull(connection.protocol().asks());
            connection.send(frames.answer(asked, answer, id));
        }
    }

    private ForeignCode foreign() {
        return connection.environment().foreign();
    }
}
