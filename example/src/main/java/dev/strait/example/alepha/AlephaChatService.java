package dev.strait.example.alepha;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.util.Optional;

/** The chat. The state of a connection is the name of its user. */
final class AlephaChatService implements AlephaChatHandler<String> {

    private static final int MAX_NAME_LENGTH = 24;

    private final AlephaChatEmitter chat;

    AlephaChatService(ChannelHub hub) {
        chat = AlephaChatEmitter.of(hub);
    }

    @Override
    public String open(Handshake handshake) {
        return handshake
                .query("user")
                .filter(name -> !name.isBlank() && name.length() <= MAX_NAME_LENGTH)
                .orElse("guest");
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void joined(AlephaChat.Room room, AlephaChatConnection<String> connection) {
        announce(room, connection.state() + " is here");
    }

    @Override
    public void left(AlephaChat.Room room, AlephaChatConnection<String> connection) {
        announce(room, connection.state() + " has left");
    }

    /** Corresponds to Alepha's {@code reply({ message, exceptSelf: true })}. */
    @Override
    public void onMessage(AlephaChat.Message message, AlephaChatConnection<String> from) {
        from.toOthers().append(message.content(), from.state());
    }

    /** Corresponds to Alepha's {@code chat.emit({ roomId, message })}. Any service may call it. */
    void announce(AlephaChat.Room room, String text) {
        chat.room(room).notice(text);
    }
}
