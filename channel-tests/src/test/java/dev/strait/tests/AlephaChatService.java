package dev.strait.tests;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A handler of {@link AlephaChat}. */
final class AlephaChatService implements AlephaChatHandler<String> {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Override
    public String open(Handshake handshake) {
        String user = handshake.query("user").orElse("nobody");
        if (user.equals("stranger")) {
            throw Refusal.unauthenticated("Who are you?");
        }
        return user;
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return state.equals("nobody") ? Optional.empty() : Optional.of(state);
    }

    @Override
    public void join(AlephaChat.Room room, AlephaChatConnection<String> connection) {
        if (room.roomId().startsWith("vip")) {
            throw Refusal.forbidden("For members.");
        }
        if (room.roomId().startsWith("broken")) {
            throw new IllegalStateException("a secret");
        }
    }

    @Override
    public void joined(AlephaChat.Room room, AlephaChatConnection<String> connection) {
        calls.add(connection.state() + " joined " + room.roomId());
        if (connection.state().equals("guest")) {
            connection.toRoom().notice("Welcome to " + room.roomId());
        }
    }

    @Override
    public void left(AlephaChat.Room room, AlephaChatConnection<String> connection) {
        calls.add(connection.state() + " left " + room.roomId());
    }

    @Override
    public void closed(AlephaChatConnection<String> connection, CloseReason reason) {
        calls.add(connection.state() + " closed");
    }

    @Override
    public void onSay(AlephaChat.Say say, AlephaChatConnection<String> from) {
        if (say.content().equals("no")) {
            throw Refusal.conflict("Not now.");
        } else if (say.content().equals("trip")) {
            throw new IllegalStateException("a secret");
        } else if (say.content().startsWith("fence")) {
            from.reply().append(say.content(), "fence");
        } else if (say.content().startsWith("all")) {
            from.toRoom().append(say.content(), from.state());
        } else {
            from.toOthers().append(say.content(), from.state());
        }
    }
}
