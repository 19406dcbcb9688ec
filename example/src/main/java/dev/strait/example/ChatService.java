package dev.strait.example;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The chat. The state of a connection is the name of its user. */
final class ChatService implements ChatHandler<String> {

    private static final int MAX_NAME_LENGTH = 24;

    private final AtomicLong ids = new AtomicLong();
    private final ChatEmitter chat;

    ChatService(ChannelHub hub) {
        chat = ChatEmitter.of(hub);
    }

    @Override
    public String open(Chat.Room room, Handshake handshake) {
        return handshake
                .query("user")
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME_LENGTH)
                .orElseThrow(
                        () -> Refusal.unauthenticated("Add your name to the URL: ?user=..., at most 24 characters."));
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void joined(Chat.Room room, ChatConnection<String> connection) {
        sendUsers(room);
    }

    @Override
    public void left(Chat.Room room, ChatConnection<String> connection) {
        chat.room(room).typingNow(connection.state(), false);
        sendUsers(room);
    }

    @Override
    public void onSay(Chat.Say say, ChatConnection<String> from) {
        from.toRoom().said(ids.incrementAndGet(), from.state(), say.text(), Instant.now());
    }

    @Override
    public void onTyping(Chat.Typing typing, ChatConnection<String> from) {
        from.toOthers().typingNow(from.state(), typing.on());
    }

    private void sendUsers(Chat.Room room) {
        chat.room(room)
                .here(chat.room(room).members().stream()
                        .map(ConnectionInfo::user)
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
