package dev.strait.example.alepha;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.util.Optional;

/** The chat. The state of a connection is the name of its user. */
final class ParlourService implements ParlourHandler<String> {

    private static final int MAX_NAME_LENGTH = 24;

    private final ParlourEmitter chat;

    ParlourService(ChannelHub hub) {
        chat = ParlourEmitter.of(hub);
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
    public void joined(Parlour.Room room, ParlourConnection<String> connection) {
        announce(room, connection.state() + " is here");
    }

    @Override
    public void left(Parlour.Room room, ParlourConnection<String> connection) {
        announce(room, connection.state() + " has left");
    }

    /** Corresponds to Alepha's {@code reply({ message, exceptSelf: true })}. */
    @Override
    public void onMessage(Parlour.Message message, ParlourConnection<String> from) {
        from.toOthers().append(message.content(), from.state());
    }

    /** Corresponds to Alepha's {@code chat.emit({ roomId, message })}. Any service may call it. */
    void announce(Parlour.Room room, String text) {
        chat.room(room).notice(text);
    }
}
