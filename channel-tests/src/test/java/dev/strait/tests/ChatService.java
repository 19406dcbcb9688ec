package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A handler that uses every verb and records its calls. */
public class ChatService implements ChatHandler<String> {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Override
    public String open(Chat.Room room, Handshake handshake) {
        String user = handshake.query("user").orElseThrow(() -> Refusal.unauthenticated("Say who you are: ?user=..."));
        if (user.equals("mallory")) {
            throw Refusal.forbidden("Not you.");
        }
        if (user.equals("broken")) {
            throw new IllegalStateException("secret of the database");
        }
        calls.add("open " + room.room() + " " + user);
        return user;
    }

    @Override
    @SuppressWarnings("NullAway") // deliberately null
    public Optional<String> user(String state, Handshake handshake) {
        return state.equals("unnamed") ? null : Optional.of(state);
    }

    @Override
    public void join(Chat.Room room, ChatConnection<String> connection) {
        switch (room.room()) {
            case "login" -> throw Refusal.unauthenticated("Log in.");
            case "locked" -> throw Refusal.forbidden("Locked.");
            case "full" -> throw Refusal.overloaded("Full.");
            case "gone" -> throw Refusal.notFound("Gone.");
            case "failed" -> throw new IllegalStateException("secret of the room");
            default -> {}
        }
        calls.add("join " + room.room() + " " + connection.state());
    }

    @Override
    public void joined(Chat.Room room, ChatConnection<String> connection) {
        calls.add("joined " + room.room() + " " + connection.state());
    }

    @Override
    public void left(Chat.Room room, ChatConnection<String> connection) {
        calls.add("left " + room.room() + " " + connection.state());
    }

    @Override
    public void closed(ChatConnection<String> connection, CloseReason reason) {
        calls.add("closed " + connection.state() + " " + reason.code());
    }

    @Override
    public void onSay(Chat.Say say, ChatConnection<String> from) {
        from.toRoom().said(from.state(), say.text());
    }

    @Override
    public void onTyping(Chat.Typing typing, ChatConnection<String> from) {
        from.toOthers().typingNow(from.state(), typing.on());
    }

    @Override
    public void onEcho(Chat.Echo echo, ChatConnection<String> from) {
        from.reply().echoed(echo.text());
    }

    @Override
    public void onFail(Chat.Fail fail, ChatConnection<String> from) {
        switch (fail.how()) {
            case "refusal" -> throw Refusal.of("lot-closed", "The lot is closed.");
            case "error" -> throw new StackOverflowError("secret of the stack");
            default -> throw new IllegalStateException("secret of the handler");
        }
    }

    @Override
    public void deployed(ChannelHub hub) {
        calls.add("deployed");
    }
}
